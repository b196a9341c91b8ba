package io.github.smartia.connect.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.junit.jupiter.api.Test;

/** Keeps the table of {@code privacy.md} equal to what the settings do; {@code -Ddocs.write=true} rewrites it. */
class PrivacyReferenceTest {

    private static final Schema USER = SessionSchemas.withAllFields()
            .value(SessionStream.COMPLETED)
            .field("user")
            .schema();
    private static final String BEGIN = "<!-- fields:begin -->\n";
    private static final String END = "<!-- fields:end -->\n";

    @Test
    void thePageShowsWhatEachSettingDoesToEachField() throws IOException {
        CommittedText page = new CommittedText(Path.of("src/docs/privacy.md"), "docs.write");
        String text = page.read();
        assertThat(text).contains(BEGIN, END);
        int begin = text.indexOf(BEGIN) + BEGIN.length();

        page.assertHolds(text.substring(0, begin) + table() + text.substring(text.indexOf(END, begin)));
    }

    private static String table() {
        return "| field | in neither setting | in `user.fields.exclude` | in `user.fields.pseudonymise` |\n|---|---|---|---|\n"
                + USER.fields().stream().map(PrivacyReferenceTest::row).collect(Collectors.joining());
    }

    private static String row(Field field) {
        return "| `user.%s` | %s | %s | %s |\n".formatted(field.name(), asItIs(field), excluded(field), hidden(field));
    }

    private static String asItIs(Field field) {
        return field.schema().type() == Schema.Type.ARRAY ? "all addresses, unchanged" : "unchanged";
    }

    private static String excluded(Field field) {
        return UserPrivacy.excludable().contains(field.name())
                ? "not written, not in the schema"
                : "rejected: the field is required";
    }

    private static String hidden(Field field) {
        if (!UserPrivacy.pseudonymisable().contains(field.name())) {
            return "rejected: not a text";
        }
        return field.schema().type() == Schema.Type.ARRAY ? "a pseudonym for each" : "a pseudonym";
    }
}
