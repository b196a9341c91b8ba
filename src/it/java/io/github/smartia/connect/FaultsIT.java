package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.Request;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Jvm;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.WorkerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever the API answers, on a worker of 256 MB: what the task does, what the worker's log says, and that each session comes once. */
@ExtendWith(StackExtension.class)
class FaultsIT {

    private static final int TIES = 100_000;
    private static final int ONE_GIB = 1 << 30;
    private static final int BOMB = 128 << 20;

    /** As the JVM prints a failure into the worker's log and the status: its message is the whole first line. */
    private static final String FAILURE = "org.apache.kafka.connect.errors.ConnectException: ";

    @AutoClose
    private static ConnectWorker worker;

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));

    private Instant now = SchoolSessions.MORNING;

    /** A heap that one wrong answer fills: the worker ends where memory does. */
    @BeforeAll
    static void startWorker(Stack stack) {
        worker = stack.startWorker(WorkerOptions.inGroup("faults").withJvm(Jvm.quickToStart(256)));
    }

    @Test
    void everyFaultThatMayPassIsToldAndRiddenOut(Stack stack) throws IOException {
        try (RunningConnector connector = connector(stack, "passing").start()) {
            for (TransientFault passing : TransientFault.ALL) {
                api.faults().next(2, passing.fault());
                assertThatMoreIsPublished(connector);
                assertThat(warnings()).anyMatch(line -> line.contains(passing.says()));
                assertThat(connector.isRunning()).isTrue();
            }
            assertThatEachSessionCameOnce(connector);
            assertThat(log()).noneMatch(line -> line.contains("id=faults-passing-0} Task threw"));
        }
    }

    @Test
    void answersLargerThanTheHeapDoNotFillItHoweverManyComeAtOnce(Stack stack) throws IOException {
        Predicate<Request> ahead = request -> !request.body().contains("\"offset\":0");
        api.sessions().addAll(SchoolSessions.completed(1_000));
        api.sessions().addAll(SchoolSessions.inProgress(10));
        api.faults().next(8, ahead, Fault.hugeBody(ONE_GIB));
        api.faults().next(8, ahead, Fault.gzipBomb(BOMB));
        try (RunningConnector connector =
                connector(stack, "huge").with("page.size", "10").start()) {
            connector.completed().awaitCount(1_000);

            assertThatEachSessionCameOnce(connector);
            assertThat(warnings())
                    .anyMatch(line -> line.contains("the response is over 32 MiB, and the rest was not read"));
            assertThat(worker.isAlive()).isTrue();
        }
    }

    @Test
    void aRefusalFailsTheTaskWithALineThatSaysWhatToDo(Stack stack) throws IOException {
        try (RunningConnector connector = connector(stack, "refused").start()) {
            assertThatMoreIsPublished(connector);
            for (Refusal refusal : refusals()) {
                api.faults().always(refusal.fault);
                String line = connector.awaitFailure().lines().findFirst().orElseThrow();
                assertThat(line)
                        .startsWith(FAILURE + "Organisation default, stream ")
                        .contains(refusal.says);
                assertThat(log()).as("the worker's log").contains(line);

                api.faults().clear();
                connector.restart();
                assertThatMoreIsPublished(connector);
            }
            assertThatEachSessionCameOnce(connector);
        }
    }

    @Test
    void aHundredThousandSessionsOfOneMillisecondAreReadOnce(Stack stack) {
        IntStream.range(0, TIES)
                .forEach(i -> api.sessions()
                        .add(SessionBuilder.completed()
                                .endedAt(SchoolSessions.MORNING)
                                .build()));
        try (RunningConnector connector = connector(stack, "ties")
                .with("streams", "completed")
                .with("api.max.concurrent.requests", "8")
                .start()) {
            connector.completed().awaitCount(TIES);
            connector.awaitMoreRequests();

            assertThat(PublishedRecords.ids(connector.completed().awaitEnd()))
                    .hasSize(TIES)
                    .doesNotHaveDuplicates();
        }
    }

    private record Refusal(Fault fault, String... says) {}

    private static List<Refusal> refusals() {
        String complaint = "{\"message\":\"invalid limit for " + SchoolSessions.USER_ID + "\"}";
        return List.of(
                new Refusal(Fault.status(401), "status 401", "Correct api.key", "restart the task"),
                new Refusal(Fault.status(403), "status 403", "Correct api.key, or give the key permission"),
                new Refusal(Fault.status(404), "status 404: there is no such API at this URL", "Correct api.url"),
                new Refusal(Fault.redirect("https://moved.example/"), "status 302", "not followed", "Correct api.url"),
                new Refusal(Fault.status(400, Map.of(), complaint), "status 400", "invalid limit for …", "filter"),
                new Refusal(Fault.status(422), "status 422: the API rejected the request"));
    }

    private RunningConnector connector(Stack stack, String name) {
        return new RunningConnector(stack, worker.rest(), "faults-" + name, api);
    }

    private void assertThatMoreIsPublished(RunningConnector connector) {
        now = now.plusSeconds(1);
        api.sessions().add(SessionBuilder.completed().endedAt(now).build());
        api.sessions().add(SessionBuilder.inProgress().startedAt(now).build());
        connector.completed().awaitCount(ExpectedRecords.completed(api).size());
        connector.inProgress().awaitSessions(ExpectedRecords.inProgress(api).size());
    }

    private void assertThatEachSessionCameOnce(RunningConnector connector) {
        connector.awaitMoreRequests();

        assertThat(PublishedRecords.values(connector.completed().awaitEnd()))
                .containsExactlyElementsOf(ExpectedRecords.values(ExpectedRecords.completed(api)));
        assertThat(PublishedRecords.values(connector.inProgress().awaitEnd()))
                .containsExactlyElementsOf(ExpectedRecords.values(ExpectedRecords.inProgress(api)));
    }

    private static List<String> warnings() throws IOException {
        return log().stream()
                .filter(line -> line.contains("WARN") && line.contains("Organisation default, stream "))
                .toList();
    }

    private static List<String> log() throws IOException {
        return Files.readAllLines(worker.log());
    }
}
