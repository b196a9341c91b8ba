package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectRestException;
import io.github.smartia.connect.stack.SourceOffset;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({StackExtension.class, LogsKeepSecrets.class})
class OffsetsIT {

    private static final Map<String, Object> COMPLETED = Map.of("organisation", "default", "stream", "completed");
    private static final Map<String, Object> IN_PROGRESS = Map.of("organisation", "default", "stream", "in-progress");

    @Test
    void offsetsSayInPlainSightHowFarEachStreamWasRead(Stack stack) {
        try (SimulatedApi api = api();
                RunningConnector connector = new RunningConnector(stack, "offsets", api).start()) {
            readAll(connector);
            connector.stop();

            SourceOffset completed = offset(connector, "completed");
            SourceOffset inProgress = offset(connector, "in-progress");

            assertThat(connector.offsets()).hasSize(2);
            assertThat(completed.partition()).isEqualTo(COMPLETED);
            assertThat(inProgress.partition()).isEqualTo(IN_PROGRESS);
            assertThat(completed.offset())
                    .containsEntry("endDate", "2026-01-12T09:00:49.000Z")
                    .containsEntry("sessionId", lastId(ExpectedRecords.completed(api)));
            assertThat(completed.offset().values()).allMatch(String.class::isInstance);
            assertThat(inProgress.offset())
                    .containsEntry("startDate", "2026-01-12T09:00:19.000Z")
                    .containsEntry("sessionId", lastId(ExpectedRecords.inProgress(api)));
        }
    }

    @Test
    void aDateAloneMakesItReadOnFromThatMillisecondWhateverTheOrderOfFieldsInTheRequest(Stack stack) {
        try (SimulatedApi api = api();
                RunningConnector connector = new RunningConnector(stack, "altered", api).start()) {
            readAll(connector);

            setOffset(connector, "stream", "completed", "organisation", "default", "2026-01-12T09:00:40.000Z");
            assertThat(PublishedRecords.ids(connector.completed().awaitCount(60))
                            .subList(50, 60))
                    .containsExactlyElementsOf(lastIds(api, 10));

            setOffset(connector, "organisation", "default", "stream", "completed", "2026-01-12T09:00:45.000Z");
            assertThat(PublishedRecords.ids(connector.completed().awaitCount(65))
                            .subList(60, 65))
                    .containsExactlyElementsOf(lastIds(api, 5));
            connector.awaitMoreRequests();
            assertThat(connector.completed().awaitEnd()).hasSize(65);
            assertThat(connector.inProgress().awaitSessionsAtEnd()).hasSize(20);
        }
    }

    @Test
    void withoutOffsetsItReadsAllHistoryAgain(Stack stack) {
        try (SimulatedApi api = api();
                RunningConnector connector = new RunningConnector(stack, "reset", api).start()) {
            readAll(connector);
            List<String> all = ExpectedRecords.ids(ExpectedRecords.completed(api));

            connector.stop();
            connector.connect().deleteOffsets(connector.name());
            connector.resume();

            assertThat(PublishedRecords.ids(connector.completed().awaitCount(100))
                            .subList(50, 100))
                    .containsExactlyElementsOf(all);
            assertThat(connector.inProgress().awaitSessions(40)).hasSize(40);
        }
    }

    @Test
    void aLaterDatePassesOverWhatLiesBeforeIt(Stack stack) {
        try (SimulatedApi api = api();
                RunningConnector connector = new RunningConnector(stack, "forward", api).start()) {
            readAll(connector);
            connector.stop();
            Instant now = SchoolSessions.MORNING.plusSeconds(3600);
            List.of(0, 1)
                    .forEach(second -> api.sessions()
                            .add(SessionBuilder.completed()
                                    .endedAt(now.plusSeconds(second))
                                    .build()));

            setOffset(connector, "organisation", "default", "stream", "completed", "2026-01-12T10:00:01.000Z");

            assertThat(PublishedRecords.ids(connector.completed().awaitCount(51))
                            .subList(50, 51))
                    .containsExactlyElementsOf(lastIds(api, 1));
            connector.awaitMoreRequests();
            assertThat(connector.completed().awaitEnd()).hasSize(51);
            assertThat(connector.inProgress().awaitSessionsAtEnd()).hasSize(20);
        }
    }

    @Test
    void nullResetsOneStreamAndNotTheOther(Stack stack) {
        try (SimulatedApi api = api();
                RunningConnector connector = new RunningConnector(stack, "nulled", api).start()) {
            readAll(connector);
            connector.stop();

            connector.connect().patchOffset(connector.name(), IN_PROGRESS, Optional.empty());
            assertThat(connector.offsets()).extracting(SourceOffset::partition).containsExactly(COMPLETED);
            connector.resume();

            assertThat(connector.inProgress().awaitSessions(40)).hasSize(40);
            connector.awaitMoreRequests();
            assertThat(connector.completed().awaitEnd()).hasSize(50);
        }
    }

    @Test
    void offsetsThatWereShownMayBeSetAgain(Stack stack) {
        try (SimulatedApi api = api();
                RunningConnector connector = new RunningConnector(stack, "restored", api).start()) {
            readAll(connector);
            connector.stop();
            List<SourceOffset> shown = connector.offsets();
            connector.connect().deleteOffsets(connector.name());
            assertThat(connector.offsets()).isEmpty();

            connector.connect().setOffsets(connector.name(), shown);
            assertThat(connector.offsets()).containsExactlyInAnyOrderElementsOf(shown);
            connector.resume();

            connector.awaitMoreRequests();
            assertThat(connector.completed().awaitEnd()).hasSize(50);
            assertThat(connector.inProgress().awaitSessionsAtEnd()).hasSize(20);
        }
    }

    @Test
    void whatNoTaskCouldGoOnFromIsRefusedWithTheReasonAndNothingIsChanged(Stack stack) {
        Map<String, Object> date = Map.of("endDate", "2026-01-12T09:00:40.000Z");
        try (SimulatedApi api = api();
                RunningConnector connector = new RunningConnector(stack, "refused-offsets", api).start()) {
            readAll(connector);
            connector.stop();
            List<SourceOffset> before = connector.offsets();

            assertRefused(connector, COMPLETED, Map.of("endDate", "soon"), "endDate is no ISO 8601 instant");
            assertRefused(connector, COMPLETED, Map.of("endDate", 5), "endDate is missing or no text");
            assertRefused(connector, COMPLETED, Map.of(), "endDate is missing");
            assertRefused(connector, COMPLETED, with(date, "page", 3), "unknown field page");
            assertRefused(connector, COMPLETED, with(date, "sessionId", "a"), "give endDate alone");
            assertRefused(connector, IN_PROGRESS, date, "unknown field endDate");
            assertRefused(connector, with(COMPLETED, "page", 3), date, "unknown field");
            assertRefused(connector, with(COMPLETED, "stream", "abandoned"), date, "unknown stream");
            assertRefused(connector, with(COMPLETED, "organisation", "other"), date, "no organisation other");
            assertRefused(connector, Map.of("stream", "completed"), date, "organisation");

            assertThat(connector.offsets()).containsExactlyInAnyOrderElementsOf(before);
            connector.resume();
            connector.awaitMoreRequests();
            assertThat(connector.completed().awaitEnd()).hasSize(50);
            assertThat(connector.inProgress().awaitSessionsAtEnd()).hasSize(20);
        }
    }

    /** Together with a sound offset for the other stream, which must not be set either. */
    private static void assertRefused(
            RunningConnector connector, Map<String, Object> partition, Map<String, Object> offset, String reason) {
        SourceOffset refused = new SourceOffset(partition, offset);
        SourceOffset sound = partition.equals(IN_PROGRESS)
                ? new SourceOffset(COMPLETED, Map.of("endDate", "2026-01-12T09:00:00.000Z"))
                : new SourceOffset(IN_PROGRESS, Map.of("startDate", "2026-01-12T09:00:00.000Z"));

        assertThatThrownBy(() -> connector.connect().setOffsets(connector.name(), List.of(sound, refused)))
                .isInstanceOf(ConnectRestException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("Nothing was changed.");
    }

    private static Map<String, Object> with(Map<String, Object> map, String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(map);
        more.put(field, value);
        return more;
    }

    private static SimulatedApi api() {
        SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
        api.sessions().addAll(SchoolSessions.completed(50));
        api.sessions().addAll(SchoolSessions.inProgress(20));
        return api;
    }

    private static void readAll(RunningConnector connector) {
        connector.completed().awaitCount(50);
        connector.inProgress().awaitSessions(20);
    }

    /** Sets the end date alone, for a partition of two fields in this order. */
    private static void setOffset(
            RunningConnector connector, String field, String value, String field2, String value2, String endDate) {
        Map<String, String> partition = new LinkedHashMap<>();
        partition.put(field, value);
        partition.put(field2, value2);
        connector.stop();
        connector.connect().patchOffset(connector.name(), partition, Optional.of(Map.of("endDate", endDate)));
        assertThat(connector.offsets()).hasSize(2);
        connector.resume();
    }

    private static SourceOffset offset(RunningConnector connector, String stream) {
        return connector.offsets().stream()
                .filter(offset -> stream.equals(offset.partition().get("stream")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lastIds(SimulatedApi api, int count) {
        List<String> ids = ExpectedRecords.ids(ExpectedRecords.completed(api));
        return ids.subList(ids.size() - count, ids.size());
    }

    private static String lastId(List<SimulatedSession> sessions) {
        return sessions.get(sessions.size() - 1).sessionId().toString();
    }
}
