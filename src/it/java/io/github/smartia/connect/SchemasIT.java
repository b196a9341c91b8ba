package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.documents.DocumentedCommand;
import io.github.smartia.connect.record.SchemaFiles;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The registry takes the schemas of privacy settings one after another, by the requests in {@code schemas.md}. */
@ExtendWith(StackExtension.class)
class SchemasIT {

    private static final List<Map<String, String>> VARIANTS = List.of(
            Map.of(),
            Map.of("user.fields.exclude", "fullName,upn,emails"),
            Map.of("user.fields.exclude", "fullName", "user.fields.pseudonymise", "userId,emails"));

    @TempDir
    private Path directory;

    @Test
    void schemasOfAnyPrivacySettingsAreCompatible(Stack stack) throws IOException, InterruptedException {
        for (String name : List.of("SessionKey", "CompletedSession", "InProgressSession", "DeadLetter")) {
            String subject = "beforehand-" + name;
            for (Map<String, String> privacy : VARIANTS) {
                SchemaFiles.write(privacy, directory);
                assertThat(register(directory.resolve(name + ".json"), subject, stack))
                        .matches("\\{\"id\":\\d+\\}");
                requireFullCompatibility(subject, stack);
            }

            assertThat(register(anotherRequiredField(name), subject, stack)).contains("\"error_code\":409");
        }
    }

    private Path anotherRequiredField(String name) throws IOException {
        String schema = "{'type':'record','name':'" + name + "','namespace':'io.github.smartia.connect',"
                + "'fields':[{'name':'unheardOf','type':'string'}]}";
        return Files.writeString(
                directory.resolve("incompatible.json"), "{\"schema\":\"" + schema.replace("'", "\\\"") + "\"}");
    }

    private static String register(Path file, String subject, Stack stack) throws InterruptedException {
        return at(
                        stack,
                        subject,
                        DocumentedCommand.of(
                                "src/docs/schemas.md", "curl -X POST -H 'Content-Type: application/vnd.schemaregistry"))
                .with("target/schemas/CompletedSession.json", file)
                .run();
    }

    private static void requireFullCompatibility(String subject, Stack stack) throws InterruptedException {
        assertThat(at(
                                stack,
                                subject,
                                DocumentedCommand.of(
                                        "src/docs/schemas.md",
                                        "curl -X PUT -H 'Content-Type: application/vnd.schemaregistry"))
                        .run())
                .contains("FULL_TRANSITIVE");
    }

    private static DocumentedCommand at(Stack stack, String subject, DocumentedCommand command) {
        return command.with("http://localhost:8081", stack.registry().confluentUri())
                .with("smart-ia.sessions.completed-value", subject);
    }
}
