package io.github.smartia.connect.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps {@code src/main/avro} equal to what the code publishes; {@code -Davsc.write=true} rewrites it. */
class AvroSchemasTest {

    static List<Schema> schemas() {
        return SchemaFiles.of(UserPrivacy.none());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theCommittedSchemaIsTheOneThatIsPublished(Schema schema) throws IOException {
        CommittedText file = new CommittedText(Path.of("src/main/avro", schema.getName() + ".avsc"), "avsc.write");

        file.assertHolds(SchemaFiles.text(schema));
        assertThat(new Schema.Parser().parse(file.read())).isEqualTo(schema);
        assertThat(schema.getNamespace()).isEqualTo("io.github.smartia.connect");
        assertThat(schema.getFullName()).isEqualTo(schema.getProp("connect.name"));
    }

    @Test
    void privacySettingsShapeTheSchemasThatAreWritten(@TempDir Path directory) throws IOException {
        SchemaFiles.write(Map.of("user.fields.exclude", "upn,emails", "user.fields.pseudonymise", "userId"), directory);

        Schema user = new Schema.Parser()
                .parse(directory.resolve("CompletedSession.avsc").toFile())
                .getField("user")
                .schema();
        assertThat(user.getFields()).extracting(Schema.Field::name).doesNotContain("upn", "emails");
        assertThat(user.getField("userId").schema().getProp("connect.doc"))
                .startsWith("A pseudonym")
                .contains("Identifies the pupil");
    }

    @Test
    void aMisspeltFieldWritesNoSchema(@TempDir Path directory) {
        Map<String, String> settings = Map.of("user.fields.exclude", "fullname");

        assertThatThrownBy(() -> SchemaFiles.write(settings, directory))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("fullname");
        assertThat(directory).isEmptyDirectory();
    }
}
