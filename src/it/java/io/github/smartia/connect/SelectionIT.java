package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.Assessment;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Settings that choose which sessions are read and how their records look. */
@ExtendWith(StackExtension.class)
class SelectionIT {

    private SimulatedApi api;

    @BeforeEach
    void startApiWithHistory() {
        api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
        api.sessions().addAll(SchoolSessions.history(600));
        api.sessions().addAll(SchoolSessions.inProgress(30));
    }

    @AfterEach
    void stopApi() {
        api.close();
    }

    @Test
    void filtersHoldForBothStreams(Stack stack) {
        try (RunningConnector connector = new RunningConnector(stack, "filtered", api)
                .with("filter.subjects", "English,Maths")
                .with("filter.test.ids", Assessment.ENGLISH.testId() + "," + Assessment.SCIENCE.testId())
                .start()) {
            assertHoldsThose(connector, session -> session.test().equals(Assessment.ENGLISH));
        }
    }

    @Test
    void historyBeforeTheStartDateIsLeftOut(Stack stack) {
        List<SimulatedSession> completed = ExpectedRecords.completed(api);
        Instant start = completed.get(400).endDate().orElseThrow();
        try (RunningConnector connector = new RunningConnector(stack, "start-date", api)
                .with("start.date", start.toString())
                .start()) {
            assertHoldsThose(
                    connector,
                    session -> !session.endDate().orElse(session.startDate()).isBefore(start));
            assertThat(PublishedRecords.ids(connector.completed().awaitEnd()))
                    .first()
                    .isEqualTo(completed.get(400).sessionId().toString());
        }
    }

    @Test
    void aStreamThatIsLeftOutIsNeitherAskedForNorWritten(Stack stack) throws ExecutionException, InterruptedException {
        try (RunningConnector connector = new RunningConnector(stack, "one-stream", api)
                        .with("streams", "completed")
                        .start();
                Admin admin = stack.broker().admin()) {
            connector.completed().awaitCount(ExpectedRecords.completed(api).size());
            connector.awaitMoreRequests();

            assertThat(api.requests().all()).noneMatch(request -> request.body().contains("IN_PROGRESS"));
            Set<String> topics = admin.listTopics().names().get();
            assertThat(topics).contains("one-stream-completed").doesNotContain("one-stream-in-progress");
        }
    }

    private void assertHoldsThose(RunningConnector connector, Predicate<SimulatedSession> chosen) {
        List<String> completed = ids(ExpectedRecords.completed(api), chosen);
        List<String> inProgress = ids(ExpectedRecords.inProgress(api), chosen);
        assertThat(completed).isNotEmpty();
        assertThat(inProgress).isNotEmpty();
        connector.completed().awaitCount(completed.size());
        connector.inProgress().awaitSessions(inProgress.size());

        connector.awaitMoreRequests();

        assertThat(PublishedRecords.ids(connector.completed().awaitEnd())).containsExactlyElementsOf(completed);
        assertThat(PublishedRecords.ids(connector.inProgress().awaitEnd())).containsExactlyElementsOf(inProgress);
    }

    private static List<String> ids(List<SimulatedSession> sessions, Predicate<SimulatedSession> chosen) {
        return ExpectedRecords.ids(sessions.stream().filter(chosen).toList());
    }
}
