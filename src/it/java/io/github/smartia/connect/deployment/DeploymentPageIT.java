package io.github.smartia.connect.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.documents.DocumentedCommand;
import io.github.smartia.connect.quickstart.ConnectorFile;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.KafkaScript;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.WorkerFile;
import io.github.smartia.connect.stack.WorkerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plugins and standalone workers by the page on deployment. */
@ExtendWith(StackExtension.class)
class DeploymentPageIT {

    private static final String PAGE = "src/docs/deployment.md";
    private static final String TOPIC = "smart-ia.json.";

    /** The stack's own, beside jars that have none. */
    private static final String MANIFEST = "services.jar";

    private final SimulatedSession first = SessionBuilder.completed().build();
    private final SimulatedSession open = SessionBuilder.inProgress().build();

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(System.getenv("SMART_IA_API_KEY")));

    @BeforeEach
    void startApi() {
        api.sessions().addAll(List.of(first, open));
        api.sessions().add(SessionBuilder.completed().without("sessionId").build());
    }

    /** With Apache Kafka alone: JSON without schemas, and no registry. */
    @Test
    void aRestartGoesOnFromItsOffsetFile(@TempDir Path directory, Stack stack) {
        DocumentedCommand start = DocumentedCommand.of(PAGE, "bin/connect-standalone.sh");
        Path config = Path.of("config");
        Path connector = write(config.resolve(start.arguments().get(1)), directory);
        WorkerFile file = WorkerFile.read(config.resolve(start.arguments().get(0)));
        try (ConnectWorker worker = stack.startWorker(KafkaScript.named(start.program()), file, connector)) {
            awaitIn("completed", first, stack);
            awaitIn("in-progress", open, stack);
            assertPlainFields(values("completed", stack).get(0));
            Awaitility.await().until(() -> !values("dead-letters", stack).isEmpty());
            assertThat(values("dead-letters", stack))
                    .allSatisfy(letter ->
                            assertThat(letter.path("error").asString()).isEqualTo("sessionId is missing"));
            worker.stop();

            SimulatedSession second = SessionBuilder.completed().build();
            api.sessions().add(second);
            worker.start();
            awaitIn("completed", second, stack);
            assertThat(count(first, "completed", stack)).isEqualTo(1);
        }
    }

    private static void assertPlainFields(JsonNode value) {
        assertThat(value.propertyNames())
                .contains("sessionId", "endDate", "user")
                .doesNotContain("schema", "payload");
        assertThat(value.path("endDate").isIntegralNumber()).isTrue();
        assertThat(value.path("user").path("userId").isString()).isTrue();
    }

    private static void awaitIn(String topic, SimulatedSession session, Stack stack) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(count(session, topic, stack)).isEqualTo(1));
    }

    private static long count(SimulatedSession session, String topic, Stack stack) {
        String id = session.sessionId().toString();
        return values(topic, stack).stream()
                .filter(value -> value.path("sessionId").asString("").equals(id))
                .count();
    }

    private static List<JsonNode> values(String topic, Stack stack) {
        return stack.broker().readAll((TOPIC + topic)::equals).stream()
                .filter(record -> record.value() != null)
                .map(record -> JsonMapper.shared().readTree(record.value()))
                .toList();
    }

    /** Beside topics that other tests fill with Avro. */
    private Path write(Path shipped, Path directory) {
        return ConnectorFile.read(shipped)
                .with("api.url", api.url())
                .with("poll.interval.ms", "200")
                .with("topic.completed", TOPIC + "completed")
                .with("topic.in.progress", TOPIC + "in-progress")
                .with("dead.letter.topic", TOPIC + "dead-letters")
                .write(directory.resolve("connector.json"));
    }

    @Test
    void aWorkerFindsAConverterWithoutAManifestOnceTheDocumentedCommandHasGivenItOne(Stack stack, @TempDir Path folder)
            throws IOException {
        copyWithoutManifest(stack.converter().pluginPath(), folder);
        DocumentedCommand sync =
                DocumentedCommand.of(PAGE, "bin/connect-plugin-path.sh").with("FOLDER", folder);

        KafkaScript.named(sync.program()).run(sync.arguments());

        // It would not start without its converter.
        try (ConnectWorker worker =
                stack.startWorker(WorkerOptions.inGroup("synced").with("plugin.path", folder.toString()))) {
            assertThat(worker.rest().get("/connector-plugins?connectorsOnly=false"))
                    .contains(stack.converter().className());
        }
    }

    private static void copyWithoutManifest(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            List<Path> others = paths.filter(path -> !path.endsWith(MANIFEST) && !path.equals(from))
                    .toList();
            for (Path path : others) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }
}
