package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.DataShape;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedApiOptions;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicReader;
import io.github.smartia.connect.stack.TopicRecord;
import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class HistoryIT {

    @Test
    void bothTopicsHoldEverySessionOnceInOrderWithAllItsFields(Stack stack) {
        SimulatedApiOptions options =
                SimulatedApi.options().shape(DataShape.ALTERNATING).shuffledTies();
        try (SimulatedApi api = longHistory(options);
                RunningConnector connector = new RunningConnector(stack, "history", api).start()) {
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
        }
    }

    @Test
    void readersOfAvroSeeLogicalTypesAndTheNamesOfTheContract(Stack stack) {
        try (SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY))) {
            api.sessions().addAll(SchoolSessions.peculiar());
            try (RunningConnector connector = new RunningConnector(stack, "avro", api).start()) {
                Schema completed =
                        connector.completed().awaitCount(1).get(0).valueRecord().getSchema();
                Schema inProgress = connector
                        .inProgress()
                        .awaitSessions(1)
                        .get(0)
                        .valueRecord()
                        .getSchema();
                Schema key =
                        connector.completed().awaitCount(1).get(0).keyRecord().getSchema();

                assertThat(key.getFullName()).isEqualTo("io.github.smartia.connect.SessionKey");
                assertThat(completed.getFullName()).isEqualTo("io.github.smartia.connect.CompletedSession");
                assertThat(inProgress.getFullName()).isEqualTo("io.github.smartia.connect.InProgressSession");
                assertThat(logicalType(completed, "startDate")).isEqualTo("timestamp-millis");
                assertThat(logicalType(completed, "endDate")).isEqualTo("timestamp-millis");
                assertThat(logicalType(completed, "result", "createdDate")).isEqualTo("timestamp-millis");
                assertThat(logicalType(inProgress, "user", "dateOfBirth")).isEqualTo("date");
            }
        }
    }

    @Test
    void flatRecordsHaveSchemasOfTheirOwn(Stack stack) {
        try (SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY))) {
            api.sessions().addAll(SchoolSessions.peculiar());
            try (RunningConnector connector = new RunningConnector(stack, "flat", api)
                    .with("record.shape", "flat")
                    .start()) {
                assertHoldsFlat(connector.completed(), "FlatCompletedSession", ExpectedRecords.completed(api));
                assertHoldsFlat(connector.inProgress(), "FlatInProgressSession", ExpectedRecords.inProgress(api));
            }
        }
    }

    /** Their values are those of unit tests. */
    private static void assertHoldsFlat(TopicReader topic, String name, List<SimulatedSession> sessions) {
        List<TopicRecord> records = topic.awaitSessions(sessions.size());

        assertThat(PublishedRecords.ids(records)).containsExactlyElementsOf(ExpectedRecords.ids(sessions));
        assertThat(records)
                .extracting(record -> record.valueRecord().getSchema())
                .allSatisfy(schema -> assertThat(schema.getFullName()).isEqualTo("io.github.smartia.connect." + name))
                .allSatisfy(schema -> assertThat(schema.getField("user_userId")).isNotNull());
    }

    private static SimulatedApi longHistory(SimulatedApiOptions options) {
        SimulatedApi api = SimulatedApi.start(options.key(Secrets.KEY));
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

    private static String logicalType(Schema schema, String... path) {
        Schema at = schema;
        for (String field : path) {
            Schema type = at.getField(field).schema();
            at = type.isUnion() ? type.getTypes().get(1) : type;
        }
        return at.getLogicalType().getName();
    }
}
