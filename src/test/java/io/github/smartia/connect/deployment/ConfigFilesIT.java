package io.github.smartia.connect.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.quickstart.ConnectorFile;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicReader;
import io.github.smartia.connect.stack.TopicRecord;
import io.github.smartia.connect.stack.WorkerFile;
import io.strimzi.api.kafka.model.connector.KafkaConnectorSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Workers and connectors started from the files in {@code config/}, with other addresses and the converter of the stack,
 * and else as they are.
 */
@ExtendWith(StackExtension.class)
class ConfigFilesIT {

    private static final Path DIRECTORY = Path.of("config");
    private static final String COMPLETED = "smart-ia.sessions.completed";
    private static final String IN_PROGRESS = "smart-ia.sessions.in-progress";

    private SimulatedApi api;

    @BeforeEach
    void startApi() {
        api = SimulatedApi.start(SimulatedApi.options().key(System.getenv("SMART_IA_API_KEY")));
        api.keys().accept(System.getenv("SMART_IA_OAKS_API_KEY"));
        api.keys().accept(System.getenv("SMART_IA_ELMS_API_KEY"));
    }

    @AfterEach
    void stopApi() {
        api.close();
    }

    @Test
    void connectorsRunOnADistributedWorker(Stack stack) throws IOException {
        try (ConnectWorker worker = stack.startWorker(workerFile("worker-distributed.properties"))) {
            runs(json("connector.json"), worker.rest(), stack);
            runs(json("connector-exactly-once.json"), worker.rest(), stack);
            runs(json("connector-organisations.json"), worker.rest(), stack);
            runs(strimzi("kafka-connector.yaml"), worker.rest(), stack);
            runs(json("connector-private.json"), worker.rest(), stack);
            assertThat(newestPupil(stack)).containsExactlyInAnyOrder("userId", "gender");
        }
    }

    @Test
    void aConnectorRunsOnAStandaloneWorker(@TempDir Path directory, Stack stack) throws IOException {
        ConnectorFile connector = fitted(json("connector.json"), stack);
        Path file = Files.writeString(
                directory.resolve("connector.json"),
                JsonMapper.shared()
                        .writeValueAsString(Map.of("name", connector.name(), "config", connector.settings())));
        try (ConnectWorker worker = stack.startWorker(workerFile("worker-standalone.properties"), file)) {
            worker.rest().awaitRunning(connector.name());

            assertNewSessionsArrive(stack);
        }
    }

    /** Tried as a user would: asked for errors, created, watched and deleted. */
    private void runs(ConnectorFile file, ConnectRest connect, Stack stack) {
        ConnectorFile connector = fitted(file, stack);
        assertThat(connect.validate(connector.with("name", connector.name()).settings())
                        .byName())
                .isEmpty();

        connect.create(connector.name(), connector.settings());
        connect.awaitRunning(connector.name());
        assertNewSessionsArrive(stack);
        assertClosedSessionsAreForgottenSoon(stack);

        connect.stop(connector.name());
        connect.awaitState(connector.name(), "STOPPED");
        connect.deleteOffsets(connector.name());
        connect.delete(connector.name());
    }

    private void assertNewSessionsArrive(Stack stack) {
        SimulatedSession completed = SessionBuilder.completed().build();
        SimulatedSession inProgress = SessionBuilder.inProgress().build();
        api.sessions().addAll(List.of(completed, inProgress));

        awaitSession(completed, COMPLETED, stack);
        awaitSession(inProgress, IN_PROGRESS, stack);
    }

    private static void awaitSession(SimulatedSession session, String topic, Stack stack) {
        try (TopicReader reader = stack.reader(topic)) {
            reader.await(records -> records.stream()
                    .anyMatch(record -> record.keyRecord()
                            .get("sessionId")
                            .toString()
                            .equals(session.sessionId().toString())));
        }
    }

    /** The fields of the pupil of the completed session that came last. */
    private static List<String> newestPupil(Stack stack) {
        try (TopicReader reader = stack.reader(COMPLETED)) {
            List<TopicRecord> records = reader.awaitEnd();
            GenericRecord newest = records.get(records.size() - 1).valueRecord();
            return ((GenericRecord) newest.get("user"))
                    .getSchema().getFields().stream().map(Schema.Field::name).toList();
        }
    }

    private static void assertClosedSessionsAreForgottenSoon(Stack stack) {
        assertThat(setting("cleanup.policy", COMPLETED, stack)).isEqualTo("compact");
        assertThat(setting("cleanup.policy", IN_PROGRESS, stack)).isEqualTo("compact");
        assertThat(setting("max.compaction.lag.ms", IN_PROGRESS, stack)).isEqualTo("86400000");
    }

    private static String setting(String name, String topic, Stack stack) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = stack.broker().admin()) {
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }

    private ConnectorFile fitted(ConnectorFile connector, Stack stack) {
        return connector
                .withConverter(stack.converter())
                .with("api.url", api.url())
                .with("poll.interval.ms", "200");
    }

    private static ConnectorFile json(String name) {
        return ConnectorFile.read(DIRECTORY.resolve(name));
    }

    /** The connector that Strimzi's operator would create. */
    private static ConnectorFile strimzi(String name) throws IOException {
        StrimziResource<KafkaConnectorSpec> resource = StrimziResource.read(
                Files.readString(DIRECTORY.resolve("strimzi").resolve(name)), KafkaConnectorSpec.class);
        SortedMap<String, String> settings = new TreeMap<>();
        resource.spec().getConfig().forEach((setting, value) -> settings.put(setting, value.toString()));
        settings.put("connector.class", resource.spec().getClassName());
        settings.put("tasks.max", resource.spec().getTasksMax().toString());
        return new ConnectorFile(resource.metadata().getName(), settings, settings);
    }

    private static WorkerFile workerFile(String name) {
        return WorkerFile.read(DIRECTORY.resolve(name));
    }
}
