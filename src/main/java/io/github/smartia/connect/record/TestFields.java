package io.github.smartia.connect.record;

import static io.github.smartia.connect.record.StructField.optional;
import static io.github.smartia.connect.record.StructField.required;

import io.github.smartia.connect.model.Test;
import java.util.List;
import org.apache.kafka.connect.data.SchemaBuilder;

/** The fields of {@code test}. */
final class TestFields {

    private static final List<StructField<Test>> FIELDS = List.of(
            required(
                    "testId",
                    SchemaBuilder.string(),
                    "Identifies the assessment; a UUID. Not personal data.",
                    Test::testId),
            optional(
                    "testVersionId",
                    SchemaBuilder.string(),
                    "Identifies the version of the assessment; a UUID. Null if the API sends none. Not personal data.",
                    Test::testVersionId),
            optional(
                    "name",
                    SchemaBuilder.string(),
                    "What the assessment is called. Null if the API sends none. Not personal data.",
                    Test::name),
            optional(
                    "subject",
                    SchemaBuilder.string(),
                    "The school subject, such as English. Null if the API sends none. Not personal data.",
                    Test::subject));

    private TestFields() {}

    static StructType<Test> type() {
        return StructType.required("Test", "The assessment that was sat. Not personal data.", FIELDS);
    }
}
