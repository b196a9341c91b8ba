package io.github.smartia.connect.record;

import static io.github.smartia.connect.record.Records.SCHEMAS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the tables of {@code records.md} and {@code privacy.md} equal to the schemas and to what the privacy settings do;
 * {@code -Ddocs.write=true} rewrites them.
 */
class RecordReferenceTest {

    private static final List<String> HEADINGS = List.of(
            "Key",
            "Value of completed sessions",
            "Value of sessions in progress",
            "Flat value of completed sessions",
            "Flat value of sessions in progress",
            "Value of dead letters");

    @Test
    void pageShowsTheFieldsThatArePublished() throws IOException {
        Iterator<String> headings = HEADINGS.iterator();
        CommittedText.page("records.md")
                .assertHolds(
                        "records",
                        structs()
                                .map(struct -> section(headings.next() + ": ", struct))
                                .collect(Collectors.joining()));
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

    @Test
    void pageShowsWhatEachPrivacySettingDoesToEachField() throws IOException {
        CommittedText.page("privacy.md")
                .assertHolds(
                        "fields",
                        "| field | in neither setting | in `user.fields.exclude` | in `user.fields.pseudonymise` |\n"
                                + "|---|---|---|---|\n"
                                + Records.user(SCHEMAS).fields().stream()
                                        .map(RecordReferenceTest::privacyRow)
                                        .collect(Collectors.joining()));
    }

    private static String privacyRow(Field field) {
        boolean isList = field.schema().type() == Schema.Type.ARRAY;
        String excluded = UserPrivacy.excludable().contains(field.name())
                ? "not written, not in the schema"
                : "rejected: the field is required";
        String hidden = isList ? "a pseudonym for each" : "a pseudonym";
        return "| `user.%s` | %s | %s | %s |\n"
                .formatted(
                        field.name(),
                        isList ? "all addresses, unchanged" : "unchanged",
                        excluded,
                        UserPrivacy.pseudonymisable().contains(field.name()) ? hidden : "rejected: not a text");
    }

    static Stream<Schema> structs() {
        return SchemaFiles.structs(UserPrivacy.none());
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
