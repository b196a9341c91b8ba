package io.github.smartia.connect.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.PublishedRecords;
import io.github.smartia.connect.documents.DocumentedCommand;
import io.github.smartia.connect.quickstart.ConnectorFile;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.KafkaScript;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicReader;
import io.github.smartia.connect.stack.TopicRecord;
import io.github.smartia.connect.stack.WorkerFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers and connectors started from the files in {@code config/}, with other addresses and the converter of the stack,
 * and else as they are.
 */
@ExtendWith(StackExtension.class)
class ConfigFilesIT {

    private static final Path DIRECTORY = Path.of("config");
    private static final String COMPLETED = "smart-ia.sessions.completed";
    private static final String IN_PROGRESS = "smart-ia.sessions.in-progress";
    private static final String README = "README.md";
    private static final String DEPLOYMENT = "src/docs/deployment.md";
    private static final String OPERATIONS = "src/docs/operations.md";

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(System.getenv("SMART_IA_API_KEY")));

    private int connectors;

    @BeforeEach
    void startApi() {
        api.keys().accept(System.getenv("SMART_IA_OAKS_API_KEY"));
        api.keys().accept(System.getenv("SMART_IA_ELMS_API_KEY"));
    }

    @Test
    void connectorsRunOnADistributedWorker(Stack stack) throws IOException {
        try (ConnectWorker worker = startDistributed(stack)) {
            runs(json("connector.json"), worker.rest(), stack);
            runs(json("connector-apicurio.json"), worker.rest(), stack);
            runs(json("connector-exactly-once.json"), worker.rest(), stack);
            runs(json("connector-organisations.json"), worker.rest(), stack);
            runs(StrimziResource.connector(DIRECTORY.resolve("strimzi/kafka-connector.yaml")), worker.rest(), stack);
            runs(json("connector-private.json"), worker.rest(), stack);
            assertThat(newestPupil(stack)).containsExactlyInAnyOrder("userId", "gender");
        }
    }

    @Test
    void theDocumentedCommandsCreateAConnectorAndSetItBack(@TempDir Path directory, Stack stack)
            throws InterruptedException {
        SimulatedSession before = completedAt("2026-01-05T23:59:59.999Z");
        SimulatedSession since = completedAt("2026-01-06T00:00:00.000Z");
        ConnectorFile connector = fitted(json("connector.json"), stack);
        Path file = connector.write(directory.resolve("connector.json"));
        try (ConnectWorker worker = startDistributed(stack)) {
            documented(README, "curl -X POST -H 'Content-Type: application/json'", worker)
                    .with("config/connector.json", file)
                    .run();
            awaitSession(1, since, COMPLETED, stack);
            worker.rest().awaitRunning("smart-ia");
            assertThat(documented(README, "curl http://localhost:8083/connectors/smart-ia/status", worker)
                            .run())
                    .contains("\"tasks\":[{\"id\":0,\"state\":\"RUNNING\"");
            Awaitility.await()
                    .until(() -> documented(
                                    OPERATIONS, "curl http://localhost:8083/connectors/smart-ia/offsets", worker)
                            .run()
                            .contains("\"endDate\":\"2026-01-06T00:00:00.000Z\""));

            documented(OPERATIONS, "curl -X PUT http://localhost:8083/connectors/smart-ia/stop", worker)
                    .run();
            worker.rest().awaitState("smart-ia", "STOPPED");
            assertThat(documented(OPERATIONS, "curl -X PATCH", worker).run())
                    .contains("have been altered successfully");
            documented(OPERATIONS, "curl -X PUT http://localhost:8083/connectors/smart-ia/resume", worker)
                    .run();
            awaitSession(2, since, COMPLETED, stack);
            try (TopicReader reader = stack.reader(COMPLETED)) {
                assertThat(count(before, reader.awaitEnd())).isEqualTo(1);
            }
            remove(connector, worker.rest());
        }
    }

    private SimulatedSession completedAt(String date) {
        SimulatedSession session =
                SessionBuilder.completed().endedAt(Instant.parse(date)).build();
        api.sessions().add(session);
        return session;
    }

    /** For a worker at another port than that which the page shows. */
    private static DocumentedCommand documented(String page, String beginning, ConnectWorker worker) {
        return DocumentedCommand.of(page, beginning)
                .with("localhost:8083", worker.rest().uri().getAuthority());
    }

    private static ConnectWorker startDistributed(Stack stack) {
        DocumentedCommand start = DocumentedCommand.of(DEPLOYMENT, "bin/connect-distributed.sh");
        return stack.startWorker(
                KafkaScript.named(start.program()),
                WorkerFile.read(DIRECTORY.resolve(start.arguments().get(0))));
    }

    /** Tried as a user would: asked for errors, created, watched and deleted; with a dead letter among the sessions. */
    private void runs(ConnectorFile file, ConnectRest connect, Stack stack) {
        String deadLetters = "smart-ia.dead-letters." + ++connectors;
        ConnectorFile connector = fitted(file, stack).with("dead.letter.topic", deadLetters);
        assertThat(connect.validate(connector.with("name", connector.name()).settings()))
                .isEmpty();

        api.sessions().add(SessionBuilder.completed().without("sessionId").build());
        connect.create(connector.name(), connector.settings());
        connect.awaitRunning(connector.name());
        assertNewSessionsArrive(stack);
        assertClosedSessionsAreForgottenSoon(stack);
        assertDeadLettersAreKeptForATime(deadLetters, stack);
        connect.awaitRunning(connector.name());

        remove(connector, connect);
    }

    private static void assertDeadLettersAreKeptForATime(String topic, Stack stack) {
        try (TopicReader deadLetters = stack.reader(topic)) {
            assertThat(deadLetters.awaitCount(1).get(0).valueRecord().get("error"))
                    .hasToString("sessionId is missing");
        }
        assertThat(stack.broker().setting("cleanup.policy", topic)).isEqualTo("delete");
        assertThat(stack.broker().setting("retention.ms", topic)).isEqualTo("2592000000");
    }

    private static void remove(ConnectorFile connector, ConnectRest connect) {
        connect.stop(connector.name());
        connect.deleteOffsets(connector.name());
        connect.delete(connector.name());
    }

    private void assertNewSessionsArrive(Stack stack) {
        SimulatedSession completed = SessionBuilder.completed().build();
        SimulatedSession inProgress = SessionBuilder.inProgress().build();
        api.sessions().addAll(List.of(completed, inProgress));

        awaitSession(1, completed, COMPLETED, stack);
        awaitSession(1, inProgress, IN_PROGRESS, stack);
    }

    private static void awaitSession(int times, SimulatedSession session, String topic, Stack stack) {
        try (TopicReader reader = stack.reader(topic)) {
            reader.await(records -> count(session, records) >= times);
        }
    }

    private static long count(SimulatedSession session, List<TopicRecord> records) {
        String id = session.sessionId().toString();
        return records.stream().map(PublishedRecords::id).filter(id::equals).count();
    }

    private static List<String> newestPupil(Stack stack) {
        try (TopicReader reader = stack.reader(COMPLETED)) {
            List<TopicRecord> records = reader.awaitEnd();
            GenericRecord newest = records.get(records.size() - 1).valueRecord();
            return ((GenericRecord) newest.get("user"))
                    .getSchema().getFields().stream().map(Schema.Field::name).toList();
        }
    }

    private static void assertClosedSessionsAreForgottenSoon(Stack stack) {
        assertThat(stack.broker().setting("cleanup.policy", COMPLETED)).isEqualTo("compact");
        assertThat(stack.broker().setting("cleanup.policy", IN_PROGRESS)).isEqualTo("compact");
        assertThat(stack.broker().setting("max.compaction.lag.ms", IN_PROGRESS)).isEqualTo("86400000");
    }

    /** A file for the converter of the stack keeps its own settings, but for the address. */
    private ConnectorFile fitted(ConnectorFile connector, Stack stack) {
        boolean alike =
                stack.converter().className().equals(connector.settings().get("value.converter"));
        return (alike
                        ? connector.at("http://localhost:8080", stack.registry().uri())
                        : connector.withConverter(stack.converter()))
                .with("api.url", api.url())
                .with("poll.interval.ms", "200");
    }

    private static ConnectorFile json(String name) {
        return ConnectorFile.read(DIRECTORY.resolve(name));
    }
}
