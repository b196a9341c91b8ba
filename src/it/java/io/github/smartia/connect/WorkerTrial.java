package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.simulated.Fault;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.SourceOffset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a connector must do on a worker of whatever version, one step after the other. */
final class WorkerTrial {

    private static final int HISTORY = 3_000;

    /** Some half of those that it takes to read it. */
    private static final int REQUESTS = 20;

    private static final Map<String, Object> COMPLETED = Map.of("organisation", "default", "stream", "completed");

    private final ConnectWorker worker;
    private final RunningConnector connector;
    private final SimulatedApi api;

    WorkerTrial(ConnectWorker worker, RunningConnector connector, SimulatedApi api) {
        this.worker = worker;
        this.connector = connector;
        this.api = api;
        api.sessions().addAll(SchoolSessions.history(HISTORY));
    }

    void readsOnWhereItWasKilled() {
        api.faults().each(request -> api.requests().count() > REQUESTS, Fault.hang());
        connector.start().completed().awaitCount(100);
        worker.kill();
        api.faults().clear();
        int beforeKill = connector.completed().awaitEnd().size();
        List<SimulatedSession> completed = ExpectedRecords.completed(api);
        List<SimulatedSession> inProgress = ExpectedRecords.inProgress(api);
        assertThat(beforeKill).isLessThan(completed.size());
        worker.start();

        connector.completed().awaitCount(completed.size());
        connector.inProgress().awaitSessions(inProgress.size());
        connector.awaitMoreRequests();
        assertThat(PublishedRecords.values(connector.completed().awaitEnd()))
                .containsExactlyElementsOf(ExpectedRecords.values(completed));
        assertThat(PublishedRecords.values(connector.inProgress().awaitEnd()))
                .containsExactlyElementsOf(ExpectedRecords.values(inProgress));
    }

    void closesWhatCompletes() {
        int open = ExpectedRecords.inProgress(api).size();
        SimulatedSession session =
                SessionBuilder.inProgress().startedAt(SchoolSessions.MORNING).build();
        api.sessions().add(session);
        connector.inProgress().awaitSessions(open + 1);

        api.sessions().complete(session.sessionId(), SchoolSessions.MORNING.plusSeconds(600));
        String id = session.sessionId().toString();
        connector
                .inProgress()
                .await(records -> PublishedRecords.closedIds(records).contains(id));
        assertThat(PublishedRecords.closedIds(connector.inProgress().awaitEnd()))
                .doesNotHaveDuplicates()
                .endsWith(id);
        int completed = ExpectedRecords.completed(api).size();
        assertThat(PublishedRecords.ids(connector.completed().awaitCount(completed)))
                .endsWith(id);
    }

    /** Returns how many sessions were published again. */
    int readsAgainFromAnOffsetThatWasSet() {
        List<SimulatedSession> completed = ExpectedRecords.completed(api);
        Instant date = completed.get(completed.size() - 5).endDate().orElseThrow();
        List<SimulatedSession> again = completed.stream()
                .filter(session -> !session.endDate().orElseThrow().isBefore(date))
                .toList();
        connector.stop();
        List<SourceOffset> shown = connector.offsets();
        assertThat(shown).extracting(SourceOffset::partition).contains(COMPLETED);

        assertThatThrownBy(() -> setEndDate("soon")).hasMessageContaining("Nothing was changed.");
        assertThat(connector.offsets()).containsExactlyInAnyOrderElementsOf(shown);
        setEndDate(date.toString());
        connector.resume();

        int all = completed.size() + again.size();
        assertThat(PublishedRecords.ids(connector.completed().awaitCount(all)).subList(completed.size(), all))
                .containsExactlyElementsOf(ExpectedRecords.ids(again));
        return again.size();
    }

    /** @param again how many completed sessions were published twice before */
    void goesOnOnceItIsCreatedAgain(int again) {
        connector.connect().delete(connector.name());
        SimulatedSession session = SessionBuilder.completed()
                .endedAt(SchoolSessions.MORNING.plusSeconds(1_200))
                .build();
        api.sessions().add(session);
        connector.start();

        int all = ExpectedRecords.completed(api).size() + again;
        connector.completed().awaitCount(all);
        connector.awaitMoreRequests();
        assertThat(PublishedRecords.ids(connector.completed().awaitEnd()))
                .hasSize(all)
                .endsWith(session.sessionId().toString());
    }

    private void setEndDate(String date) {
        connector.connect().patchOffset(connector.name(), COMPLETED, Optional.of(Map.of("endDate", date)));
    }
}
