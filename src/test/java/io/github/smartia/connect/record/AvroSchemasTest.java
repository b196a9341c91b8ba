package io.github.smartia.connect.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps {@code src/main/avro} equal to what the code publishes; {@code -Davsc.write=true} rewrites it. */
class AvroSchemasTest {

    private static final SessionSchemas SCHEMAS = SessionSchemas.withAllFields();
    private static final SessionSchemas FLAT = SessionSchemas.under(UserPrivacy.none(), RecordShape.FLAT);

    static java.util.stream.Stream<Schema> schemas() {
        return java.util.stream.Stream.of(
                        SCHEMAS.key(),
                        SCHEMAS.value(SessionStream.COMPLETED),
                        SCHEMAS.value(SessionStream.IN_PROGRESS),
                        FLAT.value(SessionStream.COMPLETED),
                        FLAT.value(SessionStream.IN_PROGRESS),
                        SCHEMAS.deadLetter())
                .map(AvroForm::schema);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theCommittedSchemaIsTheOneThatIsPublished(Schema schema) throws IOException {
        CommittedText file = new CommittedText(Path.of("src/main/avro", schema.getName() + ".avsc"), "avsc.write");

        file.assertHolds(SchemaFormatter.format("json/pretty", schema) + "\n");
        assertThat(new Schema.Parser().parse(file.read())).isEqualTo(schema);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theNameSplitsIntoNamespaceAndName(Schema schema) {
        assertThat(schema.getNamespace()).isEqualTo("io.github.smartia.connect");
        assertThat(schema.getFullName()).isEqualTo(schema.getProp("connect.name"));
    }
}
