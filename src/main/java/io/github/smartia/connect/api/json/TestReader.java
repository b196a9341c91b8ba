package io.github.smartia.connect.api.json;

import static io.github.smartia.connect.api.json.Fields.required;

import io.github.smartia.connect.model.Test;
import java.util.Optional;

/** Collects the fields of {@code test}. */
final class TestReader {

    private static final String PREFIX = "test.";

    private final Fields fields;
    private Optional<String> testId = Optional.empty();
    private Optional<String> testVersionId = Optional.empty();
    private Optional<String> name = Optional.empty();
    private Optional<String> subject = Optional.empty();

    private TestReader(Fields fields) {
        this.fields = fields;
    }

    static Test read(Fields fields) {
        TestReader reader = new TestReader(fields);
        fields.each(PREFIX, reader::field);
        return new Test(required(reader.testId, PREFIX + "testId"), reader.testVersionId, reader.name, reader.subject);
    }

    private boolean field(String field) {
        switch (field) {
            case "testId" -> testId = fields.id(PREFIX + field);
            case "testVersionId" -> testVersionId = fields.text(PREFIX + field);
            case "name" -> name = fields.text(PREFIX + field);
            case "subject" -> subject = fields.text(PREFIX + field);
            default -> {
                return false;
            }
        }
        return true;
    }
}
