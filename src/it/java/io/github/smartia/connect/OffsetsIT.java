package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectRest.SourceOffset;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class OffsetsIT {

    private static final Map<String, Object> COMPLETED = Map.of("organisation", "default", "stream", "completed");
    private static final Map<String, Object> IN_PROGRESS = Map.of("organisation", "default", "stream", "in-progress");

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));

    @AutoClose
    private RunningConnector connector;

    /** Starts a connector, has it read everything, and stops it. */
    @BeforeEach
    void readAll(TestInfo test, Stack stack) {
        api.sessions().addAll(SchoolSessions.completed(50));
        api.sessions().addAll(SchoolSessions.inProgress(20));
        connector = new RunningConnector(
                        stack, "offsets-" + test.getTestMethod().orElseThrow().getName(), api)
                .start();
        connector.completed().awaitCount(50);
        connector.inProgress().awaitSessions(20);
        connector.stop();
    }

    @Test
    void offsetsSayHowFarEachStreamWasRead() {
        assertThat(connector.offsets()).hasSize(2);
        assertThat(offset(COMPLETED))
                .containsEntry("endDate", "2026-01-12T09:00:49.000Z")
                .containsEntry("sessionId", lastId(ExpectedRecords.completed(api)))
                .values()
                .allMatch(String.class::isInstance);
        assertThat(offset(IN_PROGRESS))
                .containsEntry("startDate", "2026-01-12T09:00:19.000Z")
                .containsEntry("sessionId", lastId(ExpectedRecords.inProgress(api)));
    }

    @Test
    void aDateAloneIsReadOnFromWhateverTheOrderOfFields() {
        setEndDate("2026-01-12T09:00:40.000Z", new TreeMap<>(COMPLETED).descendingMap());
        assertReadAgain(50, 10);
        connector.stop();
        setEndDate("2026-01-12T09:00:45.000Z", new TreeMap<>(COMPLETED));
        assertReadAgain(60, 5);
        assertHoldsNoMoreThan(65, 20);
    }

    @Test
    void withoutOffsetsAllHistoryIsReadAgain() {
        connector.connect().deleteOffsets(connector.name());
        connector.resume();
        assertReadAgain(50, 50);
        connector.inProgress().awaitSessions(40);
    }

    @Test
    void nullResetsOneStreamAndNotTheOther() {
        connector.connect().patchOffset(connector.name(), IN_PROGRESS, Optional.empty());
        assertThat(connector.offsets()).extracting(SourceOffset::partition).containsExactly(COMPLETED);
        connector.resume();
        connector.inProgress().awaitSessions(40);
        assertHoldsNoMoreThan(50, 40);
    }

    @Test
    void offsetsThatWereShownMayBeSetAgain() {
        List<SourceOffset> shown = connector.offsets();
        connector.connect().deleteOffsets(connector.name());
        assertThat(connector.offsets()).isEmpty();
        connector.connect().patchOffsets(connector.name(), shown);
        assertThat(connector.offsets()).containsExactlyInAnyOrderElementsOf(shown);
        connector.resume();
        assertHoldsNoMoreThan(50, 20);
    }

    /** The reasons are OffsetAlterationTest's: here they come by REST. */
    @Test
    void aWrongOffsetIsRefusedAndNothingIsChanged() {
        List<SourceOffset> before = connector.offsets();
        assertRefused(COMPLETED, Map.of("endDate", "soon"), "endDate is not an ISO 8601 instant");
        assertRefused(COMPLETED, Map.of("endDate", "2026-01-12T09:00:40.000Z", "page", 3), "unknown field page");
        assertRefused(
                Map.of("organisation", "other", "stream", "completed"),
                Map.of("endDate", "2026-01-12T09:00:40.000Z"),
                "not read organisation other");
        assertThat(connector.offsets()).containsExactlyInAnyOrderElementsOf(before);
        connector.resume();
        assertHoldsNoMoreThan(50, 20);
    }

    /** Together with a sound offset for the other stream, which must not be set either. */
    private void assertRefused(Map<String, Object> partition, Map<String, Object> offset, String reason) {
        SourceOffset sound = new SourceOffset(IN_PROGRESS, Map.of("startDate", "2026-01-12T09:00:00.000Z"));
        List<SourceOffset> both = List.of(sound, new SourceOffset(partition, offset));
        assertThatThrownBy(() -> connector.connect().patchOffsets(connector.name(), both))
                .hasMessageContaining(reason)
                .hasMessageContaining("Nothing was changed.");
    }

    /** Sets the end date alone, and goes on. */
    private void setEndDate(String endDate, Map<String, Object> partition) {
        connector.connect().patchOffset(connector.name(), partition, Optional.of(Map.of("endDate", endDate)));
        assertThat(connector.offsets()).hasSize(2);
        connector.resume();
    }

    private void assertReadAgain(int before, int again) {
        List<String> all = ExpectedRecords.ids(ExpectedRecords.completed(api));
        List<String> published = PublishedRecords.ids(connector.completed().awaitCount(before + again));
        assertThat(published.subList(before, before + again))
                .containsExactlyElementsOf(all.subList(all.size() - again, all.size()));
    }

    private void assertHoldsNoMoreThan(int completed, int inProgress) {
        connector.awaitMoreRequests();
        assertThat(connector.completed().awaitEnd()).hasSize(completed);
        assertThat(connector.inProgress().awaitSessionsAtEnd()).hasSize(inProgress);
    }

    private Map<String, Object> offset(Map<String, Object> partition) {
        return connector.offsets().stream()
                .filter(offset -> offset.partition().equals(partition))
                .map(SourceOffset::offset)
                .findFirst()
                .orElseThrow();
    }

    private static String lastId(List<SimulatedSession> sessions) {
        return sessions.get(sessions.size() - 1).sessionId().toString();
    }
}
