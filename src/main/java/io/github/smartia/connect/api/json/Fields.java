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
 * Takes fields from one object of a session by name; null is the same as missing. What nobody takes is additional, and so
 * is an optional field that can't be read.
 *
 * @param additional dotted path to JSON text, of the whole session
 * @param unreadable dotted paths of the additional fields that can't be read, of the whole session
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

    /** Null in a field that is not documented here says nothing. */
    void dropNull(String name) {
        if (object.path(name).isNull()) {
            object.remove(name);
        }
    }

    /** To be called once all fields that are known were taken. */
    void keepTheRest() {
        object.properties().forEach(field -> keep(field.getKey(), field.getValue()));
    }

    private void keep(String name, JsonNode value) {
        additional.put(prefix + name, value.toString());
    }

    /** Reads the object in field {@code name}. */
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

    /** Reads a text that means something else. */
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

    /** A required field is missing or wrong. The message says how, without the value, which may be personal data. */
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
