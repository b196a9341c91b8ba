package io.github.smartia.connect.record;

import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.junit.jupiter.api.Test;

/** Keeps the table of {@code privacy.md} equal to what the settings do; {@code -Ddocs.write=true} rewrites it. */
class PrivacyReferenceTest {

    @Test
    void pageShowsWhatEachSettingDoesToEachField() throws IOException {
        CommittedText.page("privacy.md").assertHolds("fields", table());
    }

    private static String table() {
        return "| field | in neither setting | in `user.fields.exclude` | in `user.fields.pseudonymise` |\n"
                + "|---|---|---|---|\n"
                + Records.user(Records.SCHEMAS).fields().stream()
                        .map(PrivacyReferenceTest::row)
                        .collect(Collectors.joining());
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
