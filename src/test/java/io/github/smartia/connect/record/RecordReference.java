package io.github.smartia.connect.record;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Schema;

/** The reference of a record's fields as a Markdown table, made from its schema. */
final class RecordReference {

    private RecordReference() {}

    static String table(Schema struct) {
        return "| field | type | required | meaning |\n|---|---|---|---|\n"
                + FieldPath.in(struct).map(RecordReference::row).collect(Collectors.joining());
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
}
