package io.github.smartia.connect.record;

import static io.github.smartia.connect.record.StructField.requiredText;
import static io.github.smartia.connect.record.StructField.text;

import io.github.smartia.connect.model.Test;
import java.util.List;

/** The fields of {@code test}. */
final class TestFields {

    private static final List<StructField<Test>> FIELDS = List.of(
            requiredText("testId", Test::testId).doc("Identifies the assessment; a UUID. Not personal data."),
            text("testVersionId", Test::testVersionId)
                    .doc("Identifies the version of the assessment; a UUID. Null if the API sends none. Not personal"
                            + " data."),
            text("name", Test::name).doc("The name of the assessment. Null if the API sends none. Not personal data."),
            text("subject", Test::subject)
                    .doc("The school subject, such as English. Null if the API sends none. Not personal data."));

    private TestFields() {}

    static StructType<Test> type() {
        return StructType.required("Test", "The assessment that the pupil took. Not personal data.", FIELDS);
    }
}
