package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class ArrivalsIT {

    private static final Instant NOON = SchoolSessions.MORNING.plus(Duration.ofHours(3));

    @Test
    void sessionsThatStartAndCompleteWhileItRunsArriveOnBothTopics(Stack stack) {
        try (SimulatedApi api = apiWithHistory();
                RunningConnector connector = new RunningConnector(stack, "arrivals", api).start()) {
            connector.completed().awaitCount(300);
            List<SimulatedSession> started = SchoolSessions.inProgress(120);

            started.forEach(api.sessions()::add);
            List<String> asStarted = ExpectedRecords.ids(ExpectedRecords.inProgress(api));
            connector
                    .inProgress()
                    .await(records -> PublishedRecords.ids(records).size() == asStarted.size());
            assertThat(PublishedRecords.ids(connector.inProgress().awaitEnd())).containsExactlyElementsOf(asStarted);

            started.forEach(session -> api.sessions().complete(session.sessionId(), NOON));
            connector.completed().awaitCount(420);
            connector.awaitMoreRequests();
            assertThat(PublishedRecords.values(connector.completed().awaitEnd()))
                    .containsExactlyElementsOf(ExpectedRecords.values(ExpectedRecords.completed(api)));
            List<TopicRecord> inProgress = connector.inProgress().awaitEnd();
            assertThat(PublishedRecords.ids(inProgress)).containsExactlyElementsOf(asStarted);
            // Sessions of the day before the first run may have tombstones too, which delete nothing.
            assertThat(PublishedRecords.closedIds(inProgress)).containsAll(ExpectedRecords.ids(started));
        }
    }

    private static SimulatedApi apiWithHistory() {
        SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
        api.sessions().addAll(SchoolSessions.completed(300));
        api.sessions()
                .addAll(SchoolSessions.ties(20, SchoolSessions.MORNING.minusSeconds(1))
                        .subList(20, 40));
        return api;
    }
}
