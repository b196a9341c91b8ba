package io.github.smartia.connect.record;

import static io.github.smartia.connect.record.Records.FLAT;
import static io.github.smartia.connect.record.Records.SCHEMAS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the tables of {@code records.md} equal to the schemas; {@code -Ddocs.write=true} rewrites them. */
class RecordReferenceTest {

    @Test
    void pageShowsTheFieldsThatArePublished() throws IOException {
        CommittedText.page("records.md")
                .assertHolds(
                        "records",
                        section("Key: ", SCHEMAS.key())
                                + section("Value of completed sessions: ", SCHEMAS.value(SessionStream.COMPLETED))
                                + section("Value of sessions in progress: ", SCHEMAS.value(SessionStream.IN_PROGRESS))
                                + section("Flat value of completed sessions: ", FLAT.value(SessionStream.COMPLETED))
                                + section("Flat value of sessions in progress: ", FLAT.value(SessionStream.IN_PROGRESS))
                                + section("Value of dead letters: ", SCHEMAS.deadLetter()));
    }

    private static String section(String heading, Schema struct) {
        return "## " + heading + "`" + struct.name() + "`\n\n" + struct.doc() + "\n\n"
                + "| field | type | required | meaning |\n|---|---|---|---|\n"
                + FieldPath.in(struct).map(RecordReferenceTest::row).collect(Collectors.joining()) + "\n";
    }

    private static String row(FieldPath field) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        field.path(),
                        type(field.schema()),
                        field.isRequired() ? "yes" : "",
                        field.schema().doc().replace("|", "\\|"));
    }

    private static String type(Schema schema) {
        return switch (schema.type()) {
            case ARRAY -> "array of " + type(schema.valueSchema());
            case MAP -> "map of " + type(schema.keySchema()) + " to " + type(schema.valueSchema());
            default ->
                Optional.ofNullable(schema.name())
                        .map(name -> "`" + name.substring(name.lastIndexOf('.') + 1) + "`")
                        .orElseGet(() -> schema.type().name().toLowerCase(Locale.ROOT));
        };
    }

    static List<Schema> structs() {
        return List.of(
                SCHEMAS.key(),
                SCHEMAS.value(SessionStream.COMPLETED),
                SCHEMAS.value(SessionStream.IN_PROGRESS),
                FLAT.value(SessionStream.COMPLETED),
                FLAT.value(SessionStream.IN_PROGRESS),
                SCHEMAS.deadLetter());
    }

    /** A default would stand in for null. */
    @ParameterizedTest
    @MethodSource("structs")
    void everyFieldHasADocTextAndNoDefault(Schema struct) {
        assertThat(struct.doc()).isNotBlank();
        assertThat(FieldPath.in(struct)).allSatisfy(field -> {
            assertThat(field.schema().doc()).as(field.path()).isNotBlank();
            assertThat(field.schema().defaultValue()).as(field.path()).isNull();
        });
    }

    @Test
    void theReadmeShowsARecordWithEveryField() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int begin = readme.indexOf("{\n  \"sessionId\"");
        JsonNode record = JsonMapper.shared().readTree(readme.substring(begin, readme.indexOf("```", begin)));

        assertThat(paths("", record))
                .containsExactlyElementsOf(FieldPath.in(SCHEMAS.value(SessionStream.COMPLETED))
                        .map(FieldPath::path)
                        .toList());
    }

    private static List<String> paths(String prefix, JsonNode object) {
        return object.propertyStream()
                .flatMap(field -> Stream.concat(
                        Stream.of(prefix + field.getKey()),
                        paths(prefix + field.getKey() + ".", field.getValue()).stream()))
                .toList();
    }
}
