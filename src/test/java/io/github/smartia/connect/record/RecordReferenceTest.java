package io.github.smartia.connect.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the tables of {@code records.md} equal to the schemas; {@code -Ddocs.write=true} rewrites them. */
class RecordReferenceTest {

    private static final SessionSchemas SCHEMAS = SessionSchemas.withAllFields();
    private static final SessionSchemas FLAT = SessionSchemas.under(UserPrivacy.none(), RecordShape.FLAT);
    private static final String BEGIN = "<!-- records:begin -->\n";
    private static final String END = "<!-- records:end -->\n";

    @Test
    void thePageShowsTheFieldsThatArePublished() throws IOException {
        CommittedText page = new CommittedText(Path.of("src/docs/records.md"), "docs.write");
        String text = page.read();
        int begin = text.indexOf(BEGIN) + BEGIN.length();

        page.assertHolds(text.substring(0, begin) + tables() + text.substring(text.indexOf(END, begin)));
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

    @ParameterizedTest
    @MethodSource("structs")
    void everyStructAndFieldHasADocText(Schema struct) {
        assertThat(struct.doc()).isNotBlank();
        assertThat(FieldPath.in(struct))
                .allSatisfy(field ->
                        assertThat(field.schema().doc()).as(field.path()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("structs")
    void noFieldHasADefaultThatWouldStandInForNull(Schema struct) {
        assertThat(FieldPath.in(struct))
                .allSatisfy(field -> assertThat(field.schema().defaultValue())
                        .as(field.path())
                        .isNull());
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

    private static String tables() {
        return section("Key: ", SCHEMAS.key())
                + section("Value of completed sessions: ", SCHEMAS.value(SessionStream.COMPLETED))
                + section("Value of sessions in progress: ", SCHEMAS.value(SessionStream.IN_PROGRESS))
                + section("Flat value of completed sessions: ", FLAT.value(SessionStream.COMPLETED))
                + section("Flat value of sessions in progress: ", FLAT.value(SessionStream.IN_PROGRESS))
                + section("Value of dead letters: ", SCHEMAS.deadLetter());
    }

    private static String section(String heading, Schema struct) {
        return "## " + heading + "`" + struct.name() + "`\n\n" + struct.doc() + "\n\n" + RecordReference.table(struct)
                + "\n";
    }
}
