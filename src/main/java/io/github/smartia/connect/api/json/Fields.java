package io.github.smartia.connect.api.json;

import java.io.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and removes fields of one object in a session by name. A null field counts as missing. Fields that are not read are
 * additional, and so are optional fields that can't be read.
 *
 * @param additional dotted path to JSON text, for the whole session
 * @param unreadable dotted paths of the additional fields that can't be read, for the whole session
 */
record Fields(String prefix, ObjectNode object, Map<String, String> additional, List<String> unreadable) {

    static Fields of(ObjectNode session) {
        return new Fields("", session, new HashMap<>(), new ArrayList<>());
    }

    /** @param type completes the problem "is not" */
    <T> T required(String name, String type, Function<JsonNode, Optional<T>> read) {
        JsonNode value = object.remove(name);
        if (value == null || value.isNull()) {
            throw new MalformedFieldException(prefix + name, "is missing");
        }
        return read.apply(value).orElseThrow(() -> new MalformedFieldException(prefix + name, "is not " + type));
    }

    <T> Optional<T> optional(String name, Function<JsonNode, Optional<T>> read) {
        JsonNode value = object.remove(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        Optional<T> result = read.apply(value);
        if (result.isEmpty()) {
            keep(name, value);
            unreadable.add(prefix + name);
        }
        return result;
    }

    Optional<String> text(String name) {
        return optional(name, Fields::text);
    }

    /** Like {@link #text(String)}, but {@code missing} if the field is missing. Still empty if it can't be read. */
    Optional<String> text(String name, String missing) {
        dropNull(name);
        return object.has(name) ? text(name) : Optional.of(missing);
    }

    /** Removes the field if it is null. Null has no meaning in a field that is not documented here. */
    void dropNull(String name) {
        if (object.path(name).isNull()) {
            object.remove(name);
        }
    }

    /** Must be called after all known fields have been read. */
    void keepTheRest() {
        object.properties().forEach(field -> keep(field.getKey(), field.getValue()));
    }

    private void keep(String name, JsonNode value) {
        additional.put(prefix + name, value.toString());
    }

    /** Returns a function that reads the object in field {@code name}. */
    <T> Function<JsonNode, Optional<T>> object(String name, Function<Fields, T> read) {
        return value -> {
            if (!(value instanceof ObjectNode inner)) {
                return Optional.empty();
            }
            Fields fields = new Fields(prefix + name + ".", inner, additional, unreadable);
            T result = read.apply(fields);
            fields.keepTheRest();
            return Optional.of(result);
        };
    }

    /** Parses strings that represent another type, such as an id, a status or a date; empty if the string is not valid. */
    static <T> Function<JsonNode, Optional<T>> text(Function<String, Optional<T>> read) {
        return value -> text(value).flatMap(read);
    }

    static Optional<List<String>> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        value.forEach(text -> text(text).ifPresent(texts::add));
        return value.isArray() && texts.size() == value.size() ? Optional.of(texts) : Optional.empty();
    }

    private static Optional<String> text(JsonNode value) {
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /**
     * A required field is missing or invalid. The message describes the problem without the value, which may be personal
     * data.
     */
    static final class MalformedFieldException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        final String field;

        MalformedFieldException(String field, String problem) {
            super(problem, null, false, false);
            this.field = field;
        }
    }
}
