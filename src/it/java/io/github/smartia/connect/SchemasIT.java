package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.documents.DocumentedCommand;
import io.github.smartia.connect.record.SchemaFiles;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.Resource;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schemas of privacy settings are registered one after another, by the requests in {@code schemas.md}, under
 * FULL_TRANSITIVE. Workers that may not register schemas write with them.
 */
@ExtendWith(StackExtension.class)
class SchemasIT {

    private static final String PAGE = "src/docs/schemas.md";

    private static final List<Map<String, String>> VARIANTS = List.of(
            Map.of(),
            Map.of("user.fields.exclude", "fullName,upn,emails"),
            Map.of(
                    "user.fields.exclude", "fullName",
                    "user.fields.pseudonymise", "userId,emails",
                    "user.pseudonym.secret", "a secret of the right length"));

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));

    @TempDir
    private Path directory;

    private int sessions;

    @ParameterizedTest
    @ValueSource(strings = {"nested", "flat"})
    void schemasRegisteredInAdvanceSuffice(String shape, Stack stack) throws IOException, InterruptedException {
        String name = "in-advance-" + shape;
        String prefix = shape.equals("flat") ? "Flat" : "";
        Map<String, String> schemas = Map.of(
                name + "-completed", prefix + "CompletedSession",
                name + "-in-progress", prefix + "InProgressSession",
                name + "-dead", "DeadLetter");
        for (Map<String, String> privacy : VARIANTS) {
            SchemaFiles.write(privacy, directory);
            for (String topic : schemas.keySet()) {
                registerUnderRule("SessionKey", topic + "-key", stack);
                registerUnderRule(schemas.get(topic), subject(shape, topic, schemas.get(topic)), stack);
            }
            try (RunningConnector connector = connector(shape, name, privacy, stack)) {
                connector.start();
                addOneOfEachKind();
                for (String topic : schemas.keySet()) {
                    assertWrittenWith(schemas.get(topic), topic, stack);
                }
                // Or this task could publish the next session, before its deletion takes effect.
                connector.stop();
            }
        }
        String completed = name + "-completed";
        assertThat(register(
                        Resource.path("another-required-field.json"),
                        subject(shape, completed, schemas.get(completed)),
                        stack))
                .contains("\"error_code\":409");
    }

    private RunningConnector connector(String shape, String name, Map<String, String> privacy, Stack stack) {
        RunningConnector connector = new RunningConnector(stack, name, api)
                .with("dead.letter.topic", name + "-dead")
                .with("in.progress.tombstones", "false")
                .with("record.shape", shape);
        privacy.forEach(connector::with);
        for (String role : List.of("key.converter", "value.converter")) {
            stack.converter().settings(role).forEach(connector::with);
            connector.with(role + ".apicurio.registry.auto-register", "false");
            connector.with(role + ".auto.register.schemas", "false");
        }
        return shape.equals("flat")
                ? connector
                : connector
                        .with(
                                "value.converter.apicurio.registry.artifact-resolver-strategy",
                                "io.apicurio.registry.serde.avro.strategy.QualifiedRecordIdStrategy")
                        .with(
                                "value.converter.value.subject.name.strategy",
                                "io.confluent.kafka.serializers.subject.RecordNameStrategy");
    }

    private void addOneOfEachKind() {
        sessions++;
        api.sessions().add(completed().build());
        api.sessions().add(SessionBuilder.inProgress().build());
        api.sessions().add(completed().without("user.userId").build());
    }

    private SessionBuilder completed() {
        return SessionBuilder.completed().endedAt(SchoolSessions.MORNING.plusSeconds(sessions));
    }

    private void assertWrittenWith(String schema, String topic, Stack stack) throws IOException {
        Schema expected = new Schema.Parser().parse(Files.readString(directory.resolve(schema + ".avsc")));
        try (TopicReader reader = stack.reader(topic)) {
            assertThat(reader.awaitCount(sessions))
                    .extracting(record -> record.valueRecord().getSchema())
                    .hasSize(sessions)
                    .contains(expected);
        }
    }

    private void registerUnderRule(String schema, String subject, Stack stack) throws InterruptedException {
        assertThat(register(directory.resolve(schema + ".json"), subject, stack))
                .matches("\\{\"id\":\\d+\\}");
        assertThat(at(stack, subject, "curl -X PUT").run()).contains("FULL_TRANSITIVE");
    }

    private static String subject(String shape, String topic, String schema) {
        return shape.equals("flat") ? topic + "-value" : "io.github.smartia.connect." + schema;
    }

    private static String register(Path file, String subject, Stack stack) throws InterruptedException {
        return at(stack, subject, "curl -X POST")
                .with("target/schemas/CompletedSession.json", file)
                .run();
    }

    private static DocumentedCommand at(Stack stack, String subject, String beginning) {
        return DocumentedCommand.of(PAGE, beginning)
                .with("http://localhost:8081", stack.registry().confluentUri())
                .with("smart-ia.sessions.completed-value", subject);
    }
}
