package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.ProcessSnapshot;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.WorkerOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "Stop, pause, reconfigure and delete work at once", whatever the API does, and leave nothing behind. */
@ExtendWith(StackExtension.class)
class PromptIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @AutoClose
    private static ConnectWorker worker;

    @BeforeAll
    static void startWorker(Stack stack) {
        worker = stack.startWorker(WorkerOptions.inGroup("prompt"));
    }

    /** What a task may be in the middle of. */
    private enum Wait {
        BACKFILL,
        BACKOFF_OF_AN_HOUR,
        HUNG_REQUEST;

        SimulatedApi api() {
            SimulatedApi api = SimulatedApi.start(
                    SimulatedApi.options().key(SchoolSessions.KEY).latency(Duration.ofMillis(100)));
            switch (this) {
                case BACKFILL -> api.sessions().addAll(SchoolSessions.history(20_000));
                case BACKOFF_OF_AN_HOUR -> api.faults().always(retryInAnHour());
                case HUNG_REQUEST -> api.faults().always(Fault.hang());
            }
            return api;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingAPersonDoesIsDoneAtOnce(Wait wait, Stack stack) throws IOException {
        try (SimulatedApi api = wait.api();
                RunningConnector connector = connector(stack, wait.name(), api)) {
            assertThatAllIsDoneAtOnce(connector, api);
        }
    }

    @Test
    void aWorkerShutsDownAtOnceWhateverItsTasksWaitFor(Stack stack) throws IOException {
        try (SimulatedApi backfill = Wait.BACKFILL.api();
                SimulatedApi backoff = Wait.BACKOFF_OF_AN_HOUR.api();
                SimulatedApi hung = Wait.HUNG_REQUEST.api();
                RunningConnector first = connector(stack, "shutdown-backfill", backfill);
                RunningConnector second = connector(stack, "shutdown-backoff", backoff);
                RunningConnector third = connector(stack, "shutdown-hung", hung)) {
            List.of(first, second, third).forEach(RunningConnector::start);
            List.of(backfill, backoff, hung).forEach(PromptIT::awaitRequest);

            atOnce("shutdown", worker::stop, () -> !worker.isAlive());

            assertThatNoTaskWasAbandoned();
            worker.start();
        }
    }

    /** Each task makes one request, which hangs or is answered with a long Retry-After, before it is restarted. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "looks into /proc")
    void fiftyRestartsLeaveNoThreadNoConnectionAndNoFileBehind(Stack stack) throws IOException {
        try (SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));
                RunningConnector connector = connector(stack, "restarted", api)
                        // The stack's Avro converter leaves its HTTP clients to the garbage collector.
                        .with("key.converter", "org.apache.kafka.connect.json.JsonConverter")
                        .with("value.converter", "org.apache.kafka.connect.json.JsonConverter")) {
            api.faults().share(0.5, Fault.hang());
            api.faults().always(retryInAnHour());
            connector.start();
            awaitRequest(api);
            restart(5, connector, api);
            ProcessSnapshot before = onceStopped(connector, api);
            connector.resume();

            restart(50, connector, api);
            ProcessSnapshot after = onceStopped(connector, api);

            // Of what all tasks of a worker share, some come and go.
            assertThat(after.threads())
                    .as("threads, before %s", before)
                    .hasSizeLessThan(before.threads().size() + 10);
            assertThat(after.files())
                    .as("files, before %s", before)
                    .hasSizeLessThan(before.files().size() + 10);
            assertThatNoTaskWasAbandoned();
        }
    }

    private static Fault retryInAnHour() {
        return Fault.status(429, Map.of("Retry-After", "3600"), "{}");
    }

    private static RunningConnector connector(Stack stack, String name, SimulatedApi api) {
        return new RunningConnector(stack, worker.rest(), "prompt-" + name, api).with("page.size", "10");
    }

    private static void assertThatAllIsDoneAtOnce(RunningConnector connector, SimulatedApi api) throws IOException {
        ConnectRest connect = worker.rest();
        String name = connector.name();
        connector.start();
        awaitRequest(api);

        atOnce("pause", () -> connect.pause(name), () -> connect.status(name).isAll("PAUSED"));
        atOnce("resume", () -> connect.resume(name), connector::isRunning);
        atOnce("reconfigure", () -> connector.with("page.size", "11").create(), () -> asksForPagesOf(11, api));
        connect.awaitRunning(name);
        atOnce("stop", () -> connect.stop(name), () -> connect.status(name).isAll("STOPPED"));
        api.requests().clear();
        connector.resume();
        awaitRequest(api);
        atOnce("delete", () -> connect.delete(name), () -> !connect.connectors().contains(name));
        await("end of all requests").atMost(AT_ONCE).until(() -> api.requests().concurrent() == 0);

        assertThatNoTaskWasAbandoned();
    }

    private static void awaitRequest(SimulatedApi api) {
        await("a request").until(() -> api.requests().count() > 0);
    }

    private static boolean asksForPagesOf(int size, SimulatedApi api) {
        return api.requests().all().stream().anyMatch(request -> request.body().contains("\"limit\":" + size + ","));
    }

    private static void atOnce(String what, Runnable action, Callable<Boolean> done) {
        long began = System.nanoTime();
        action.run();
        await(what).atMost(AT_ONCE).pollInterval(Duration.ofMillis(50)).until(done);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as(what).isLessThan(AT_ONCE);
    }

    private static void assertThatNoTaskWasAbandoned() throws IOException {
        assertThat(Files.readAllLines(worker.log()))
                .noneMatch(line -> line.contains("Graceful stop of task") && line.contains("failed"))
                .noneMatch(line -> line.contains("failed to properly shut down"));
    }

    private static void restart(int times, RunningConnector connector, SimulatedApi api) {
        for (int i = 0; i < times; i++) {
            long before = api.requests().count();
            connector.restart();
            await("a request of the next task").until(() -> api.requests().count() > before);
        }
    }

    /** What the worker holds once the task has stopped, and with it all that was its own. */
    private static ProcessSnapshot onceStopped(RunningConnector connector, SimulatedApi api) {
        int port = URI.create(api.url()).getPort();
        connector.stop();
        return await("end of threads and connections")
                .atMost(AT_ONCE)
                .until(
                        () -> ProcessSnapshot.of(worker.handle()),
                        now -> now.threads("smart-ia") == 0 && now.connectionsTo(port) == 0);
    }
}
