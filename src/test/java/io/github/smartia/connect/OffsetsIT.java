package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.SourceOffset;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({StackExtension.class, LogsKeepSecrets.class})
class OffsetsIT {

    @Test
    void offsetsSayInPlainSightHowFarEachStreamWasRead(Stack stack) {
        try (SimulatedApi api = api();
                RunningConnector connector = new RunningConnector(stack, "offsets", api).start()) {
            readAll(connector);
            connector.stop();

            SourceOffset completed = offset(connector, "completed");
            SourceOffset inProgress = offset(connector, "in-progress");

            assertThat(connector.offsets()).hasSize(2);
            assertThat(completed.partition()).isEqualTo(Map.of("organisation", "default", "stream", "completed"));
            assertThat(inProgress.partition()).isEqualTo(Map.of("organisation", "default", "stream", "in-progress"));
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
            assertThat(connector.inProgress().awaitEnd()).hasSize(20);
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
            assertThat(connector.inProgress().awaitCount(40)).hasSize(40);
        }
    }

    private static SimulatedApi api() {
        SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
        api.sessions().addAll(SchoolSessions.completed(50));
        api.sessions().addAll(SchoolSessions.inProgress(20));
        return api;
    }

    private static void readAll(RunningConnector connector) {
        connector.completed().awaitCount(50);
        connector.inProgress().awaitCount(20);
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
