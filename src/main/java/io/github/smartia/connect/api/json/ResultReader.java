package io.github.smartia.connect.api.json;

import io.github.smartia.connect.model.Result;
import java.time.Instant;
import java.util.Optional;

/** Collects the fields of {@code result}. */
final class ResultReader {

    private static final String PREFIX = "result.";

    private final Fields fields;
    private Optional<Instant> createdDate = Optional.empty();
    private Optional<String> level = Optional.empty();
    private Optional<String> duration = Optional.empty();

    private ResultReader(Fields fields) {
        this.fields = fields;
    }

    static Result read(Fields fields) {
        ResultReader reader = new ResultReader(fields);
        fields.each(PREFIX, reader::field);
        return new Result(reader.createdDate, reader.level, reader.duration);
    }

    private boolean field(String name) {
        switch (name) {
            case "createdDate" -> createdDate = fields.instant(PREFIX + name);
            case "level" -> level = fields.text(PREFIX + name);
            case "duration" -> duration = fields.text(PREFIX + name);
            default -> {
                return false;
            }
        }
        return true;
    }
}
