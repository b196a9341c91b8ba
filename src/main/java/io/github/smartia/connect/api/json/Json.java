package io.github.smartia.connect.api.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Jackson with bounds far above any valid response, so that no response exhausts the worker's memory or time. */
final class Json {

    /** Maximum number of objects and arrays around a value. */
    static final int DEPTH = 64;

    static final int NAME_LENGTH = 1 << 10;

    /** Maximum number of digits in one number. */
    static final int DIGITS = 200;

    /** Maximum number of names, values and brackets in one session. */
    static final int SESSION_TOKENS = 200_000;

    /** Bodies of up to this many bytes become trees in the first pass: they hold fewer values than a session may. */
    static final int SMALL = 256 << 10;

    private static final JsonFactory SMALL_TEXTS = factory(SMALL, -1);
    private static final JsonFactory ONE_SESSION = factory(Integer.MAX_VALUE, SESSION_TOKENS);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    private static JsonFactory factory(int textLength, int tokens) {
        return JsonFactory.builder()
                // JSON between systems is UTF-8. In other encodings, Jackson's offsets count characters, not bytes.
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxNameLength(NAME_LENGTH)
                        .maxNumberLength(DIGITS)
                        .maxStringLength(textLength)
                        .maxTokenCount(tokens)
                        .build())
                .build();
    }

    /** Returns a parser that skips strings of any length, and reads those of up to {@link #SMALL} characters. */
    static JsonParser parser(byte[] body, int start, int length) {
        return SMALL_TEXTS.createParser(ObjectReadContext.empty(), body, start, length);
    }

    /** Reads the session in these bytes, whatever its size. */
    static ObjectNode session(byte[] body, int start, int length) {
        try (JsonParser parser = ONE_SESSION.createParser(ObjectReadContext.empty(), body, start, length)) {
            parser.nextToken();
            return object(parser);
        }
    }

    /** Reads the object that {@code parser} is at the start of, and leaves the parser at the end of the object. */
    static ObjectNode object(JsonParser parser) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static JsonNode value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            // As written: 1.10 must stay 1.10, and 1e999999999 exceeds Java's primitive types.
            default -> NODES.rawValueNode(new RawValue(parser.getString()));
        };
    }
}
