package io.github.smartia.connect.record;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The columns of a field in a flat struct. They have the names that Kafka's transform {@code Flatten} gives with the
 * delimiter {@code _}. Lists and maps, which that transform leaves as they are, become texts.
 */
final class Columns {

    private static final String NAME_DELIMITER = "_";
    private static final String LIST_DELIMITER = ",";
    private static final JsonFactory JSON = new JsonFactory();

    private Columns() {}

    /** More than one only if the field is a struct. */
    static <T> Stream<StructField<T>> of(StructField<T> field) {
        return field.inner().isEmpty()
                ? Stream.of(column(field))
                : field.inner().stream().flatMap(Columns::of).map(column -> within(field.name(), column));
    }

    private static <T> StructField<T> within(String struct, StructField<T> column) {
        return new StructField<>(struct + NAME_DELIMITER + column.name(), column.schema(), column.value());
    }

    private static <T> StructField<T> column(StructField<T> field) {
        return switch (field.schema().type()) {
            case ARRAY -> text(field, " Joined by commas.", value -> joined((Collection<?>) value));
            case MAP -> text(field, " All of them in one text, a JSON object.", value -> json((Map<?, ?>) value));
            default -> field;
        };
    }

    private static <T> StructField<T> text(StructField<T> field, String doc, Function<Object, String> text) {
        return StructField.text(
                        field.name(), (T from) -> field.value().apply(from).map(text))
                .doc(field.schema().doc() + doc);
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(LIST_DELIMITER));
    }

    /** The values are JSON already. They are sorted by name, so that equal maps become equal texts. */
    private static String json(Map<?, ?> values) {
        StringWriter text = new StringWriter();
        try (JsonGenerator to = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            to.writeStartObject();
            new TreeMap<>(values).forEach((name, value) -> {
                to.writeName((String) name);
                to.writeRawValue((String) value);
            });
            to.writeEndObject();
        }
        return text.toString();
    }
}
