package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.Assessment;
import io.github.smartia.connect.simulated.DataShape;
import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedApiOptions;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class HistoryIT {

    @Test
    void bothTopicsHoldEverySessionOnceInOrderWithAllItsFields(Stack stack) {
        SimulatedApiOptions options =
                SimulatedApi.options().shape(DataShape.ALTERNATING).shuffledTies();
        try (SimulatedApi api = longHistory(options);
                RunningConnector connector = new RunningConnector(stack, "history", api)) {
            // Proxies and gateways relabel responses: the content type is ignored.
            api.faults().always(Fault.contentType("text/html; charset=iso-8859-1"));
            connector.start();
            assertHolds(connector.completed(), ExpectedRecords.completed(api));
            assertHolds(connector.inProgress(), ExpectedRecords.inProgress(api));

            connector.awaitMoreRequests();

            assertHolds(connector.completed(), ExpectedRecords.completed(api));
            assertHolds(connector.inProgress(), ExpectedRecords.inProgress(api));
        }
    }

    @Test
    void theGetCallForSessionsInProgressGivesTheSameRecords(Stack stack) {
        try (SimulatedApi api = longHistory(SimulatedApi.options().shape(DataShape.NESTED));
                RunningConnector connector = new RunningConnector(stack, "get-call", api)
                        .with("in.progress.endpoint", "in-progress")
                        .with("streams", "in-progress")
                        .start()) {
            assertHolds(connector.inProgress(), ExpectedRecords.inProgress(api));

            assertThat(api.requests().all())
                    .isNotEmpty()
                    .allMatch(request -> request.method().equals("GET")
                            && request.path().endsWith("/smart-ia/sessions/in-progress"));
            assertThat(stack.broker().topics()).contains("get-call-in-progress").doesNotContain("get-call-completed");
        }
    }

    @Test
    void filtersAndStartDateHoldForBothStreams(Stack stack) {
        try (SimulatedApi api = longHistory(SimulatedApi.options())) {
            Instant start = ExpectedRecords.completed(api).get(400).endDate().orElseThrow();
            Predicate<SimulatedSession> chosen = session -> session.test().equals(Assessment.ENGLISH)
                    && !ExpectedRecords.date(session).isBefore(start);
            try (RunningConnector connector = new RunningConnector(stack, "chosen", api)
                    .with("filter.subjects", "English,Maths")
                    .with("filter.test.ids", Assessment.ENGLISH.testId() + "," + Assessment.SCIENCE.testId())
                    .with("start.date", start.toString())
                    .start()) {
                connector.awaitMoreRequests();
                assertHolds(
                        connector.completed(),
                        ExpectedRecords.completed(api).stream().filter(chosen).toList());
                assertHolds(
                        connector.inProgress(),
                        ExpectedRecords.inProgress(api).stream().filter(chosen).toList());
            }
        }
    }

    private static SimulatedApi longHistory(SimulatedApiOptions options) {
        SimulatedApi api = SimulatedApi.start(options.key(SchoolSessions.KEY));
        api.sessions().addAll(SchoolSessions.history(3_000));
        api.sessions().addAll(SchoolSessions.peculiar());
        api.sessions().addAll(SchoolSessions.ties(250, SchoolSessions.MORNING.minus(Duration.ofDays(30))));
        api.sessions().addAll(SchoolSessions.inProgress(500));
        api.sessions().addAll(SchoolSessions.ties(250, SchoolSessions.MORNING.plus(Duration.ofHours(1))));
        return api;
    }

    private static void assertHolds(TopicReader topic, List<SimulatedSession> sessions) {
        topic.awaitSessions(sessions.size());

        assertThat(PublishedRecords.ids(topic.awaitEnd())).containsExactlyElementsOf(ExpectedRecords.ids(sessions));
        assertThat(PublishedRecords.values(topic.awaitEnd()))
                .containsExactlyElementsOf(ExpectedRecords.values(sessions));
    }
}
