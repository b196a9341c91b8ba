package io.github.smartia.connect.simulated;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON text, read and written. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The text as a JSON string, quotes included. */
    static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }

    /**
     * The tree that {@code text} holds.
     *
     * @throws JacksonException if it is no JSON
     */
    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }
}
