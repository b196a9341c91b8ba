package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.JmxExporter;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a worker's JMX shows of both streams during an outage of the API, during a pause, and after each. */
@ExtendWith(StackExtension.class)
class MetricStatesIT {

    private static final int BACKING_OFF = 1;

    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
    private final JmxExporter exporter = JmxExporter.ofTheBuild();

    @Test
    void stateAndLagAreRightThroughOutageAndPause(Stack stack) {
        try (api;
                ConnectWorker worker =
                        stack.startWorker(WorkerOptions.inGroup("states").withJvmOptions(exporter.option()));
                RunningConnector connector = new RunningConnector(stack, worker.rest(), "states", api)) {
            addSessions(Duration.ofHours(1));
            api.faults().always(Fault.status(503));
            connector.start();
            awaitBoth("state", BACKING_OFF);
            assertBoth("caught_up", 0, 0);
            assertThat(both("position_lag_seconds")).containsOnly(Double.NaN);

            api.faults().clear();
            awaitBoth("caught_up", 1);
            assertBoth("state", 0, 0);
            assertBoth("position_lag_seconds", 3600, 3660);

            connector.connect().pause("states");
            awaitNoMoreRequests();
            assertOnlyTimePasses(0, 3600);
            connector.resume();
            awaitBoth("sessions_published_total", 2);

            api.faults().always(Fault.status(503));
            awaitBoth("state", BACKING_OFF);
            assertOnlyTimePasses(BACKING_OFF, 1800);
            connector.connect().awaitRunning("states");
            api.faults().clear();
            awaitBoth("sessions_published_total", 3);
            assertBoth("state", 0, 0);
            assertBoth("time_since_success_seconds", 0, 3);
        }
    }

    /** While nothing can be read, new sessions change nothing, and lag and time since success grow with the clock. */
    private void assertOnlyTimePasses(int state, double lag) {
        List<Double> published = both("sessions_published_total");
        addSessions(Duration.ofMinutes(30));
        List<Double> before = both("position_lag_seconds");
        double later = Collections.max(both("time_since_success_seconds")) + 5;
        await().until(() -> Collections.min(both("time_since_success_seconds")) > later);
        assertThat(both("sessions_published_total")).isEqualTo(published);
        assertThat(both("position_lag_seconds").get(0) - before.get(0)).isBetween(4.0, 60.0);
        assertBoth("position_lag_seconds", lag, lag + 120);
        assertBoth("state", state, state);
        assertBoth("caught_up", 1, 1);
    }

    private void addSessions(Duration ago) {
        Instant date = Instant.now().minus(ago);
        api.sessions().add(SessionBuilder.completed().endedAt(date).build());
        api.sessions().add(SessionBuilder.inProgress().startedAt(date).build());
    }

    private void awaitNoMoreRequests() {
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(20)).until(() -> {
            long count = api.requests().count();
            Thread.sleep(500);
            return api.requests().count() == count;
        });
    }

    private void awaitBoth(String metric, double value) {
        await(metric)
                .atMost(Duration.ofMinutes(1))
                .until(() -> both(metric).stream().allMatch(each -> each == value));
    }

    private void assertBoth(String metric, double least, double most) {
        assertThat(both(metric))
                .as(metric)
                .allSatisfy(value -> assertThat(value).isBetween(least, most));
    }

    private List<Double> both(String metric) {
        return Stream.of("completed", "in-progress")
                .map(stream ->
                        exporter.value("smart_ia_" + metric, "connector=\"states\"", "stream=\"" + stream + "\""))
                .toList();
    }
}
