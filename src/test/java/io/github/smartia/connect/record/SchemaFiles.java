package io.github.smartia.connect.record;

import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.model.SessionStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Avro schemas of the connector's records, as its users need them to register them: of each a file {@code .avsc}, and
 * beside it a file {@code .json} to send to a registry.
 */
public final class SchemaFiles {

    private static final List<String> SETTINGS = List.of("user.fields.exclude", "user.fields.pseudonymise");

    private SchemaFiles() {}

    /** Writes those of the privacy settings that are given as system properties. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> settings = new HashMap<>();
        SETTINGS.forEach(name -> settings.put(name, System.getProperty(name, "")));
        Path directory = Path.of(arguments[0]);
        for (Path file : write(settings, directory)) {
            System.out.println(file);
        }
    }

    public static List<Path> write(Map<String, String> settings, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Schema schema : of(privacy(settings))) {
            Files.writeString(directory.resolve(schema.getName() + ".avsc"), text(schema));
            Files.writeString(
                    directory.resolve(schema.getName() + ".json"),
                    JsonMapper.shared().writeValueAsString(Map.of("schema", schema.toString())));
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    static List<Schema> of(UserPrivacy privacy) {
        return structs(privacy).map(AvroForm::schema).toList();
    }

    /** The key, completed sessions and those in progress, the same in the flat shape, and dead letters. */
    static Stream<org.apache.kafka.connect.data.Schema> structs(UserPrivacy privacy) {
        SessionSchemas schemas = SessionSchemas.under(privacy, RecordShape.NESTED);
        SessionSchemas flat = SessionSchemas.under(privacy, RecordShape.FLAT);
        return Stream.of(
                schemas.key(),
                schemas.value(SessionStream.COMPLETED),
                schemas.value(SessionStream.IN_PROGRESS),
                flat.value(SessionStream.COMPLETED),
                flat.value(SessionStream.IN_PROGRESS),
                schemas.deadLetter());
    }

    static String text(Schema schema) {
        return SchemaFormatter.format("json/pretty", schema) + "\n";
    }

    /** The schemas do not depend on the secret, nor on the key. */
    private static UserPrivacy privacy(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("api.key", "not-needed");
        if (!all.getOrDefault("user.fields.pseudonymise", "").isEmpty()) {
            all.put("user.pseudonym.secret", "of no matter to the schemas");
        }
        return new SmartIaSourceConfig(all).privacy();
    }
}
