package io.github.smartia.connect.api.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Jackson within the {@link ResponseBounds}. */
final class Json {

    /** Bytes of JSON that become a tree at once: they hold fewer values than a session may. */
    static final int SMALL = 256 << 10;

    private static final JsonMapper SMALL_TEXTS = mapper(SMALL, -1);
    private static final JsonMapper ONE_SESSION = mapper(ResponseBounds.BYTES, ResponseBounds.SESSION_TOKENS);

    private Json() {}

    private static JsonMapper mapper(int textLength, int tokens) {
        JsonFactory factory = JsonFactory.builder()
                // JSON between systems is UTF-8. In the other encodings that could be detected, bytes can't be told
                // from
                // characters.
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(ResponseBounds.DEPTH)
                        .maxNameLength(ResponseBounds.NAME_LENGTH)
                        .maxNumberLength(ResponseBounds.DIGITS)
                        .maxStringLength(textLength)
                        .maxTokenCount(tokens)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** A parser that skips texts of any length, and reads those up to {@link #SMALL}. */
    static JsonParser parser(byte[] body, int start, int length) {
        return parser(SMALL_TEXTS, body, start, length);
    }

    /** The session in these bytes, whatever its size. */
    static ObjectNode session(byte[] body, int start, int length) {
        try (JsonParser parser = parser(ONE_SESSION, body, start, length)) {
            parser.nextToken();
            return object(parser);
        }
    }

    private static JsonParser parser(JsonMapper mapper, byte[] body, int start, int length) {
        return mapper.tokenStreamFactory().createParser(ObjectReadContext.empty(), body, start, length);
    }

    /** The object that {@code parser} is at the start of, and then at the end of. No number becomes a number node. */
    static ObjectNode object(JsonParser parser) {
        return (ObjectNode) ONE_SESSION.readTree(new ExactNumbers(parser));
    }

    static String text(JsonNode value) {
        return ONE_SESSION.writeValueAsString(value);
    }

    /** Keeps numbers as they are written: {@code 1.10} is to stay, and {@code 1e999999999} is no number of Java. */
    private static final class ExactNumbers extends JsonParserDelegate {

        ExactNumbers(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() {
            delegate.nextToken();
            return currentToken();
        }

        @Override
        public JsonToken currentToken() {
            JsonToken token = delegate.currentToken();
            return token != null && token.isNumeric() ? JsonToken.VALUE_EMBEDDED_OBJECT : token;
        }

        @Override
        public int currentTokenId() {
            return currentToken().id();
        }

        @Override
        public Object getEmbeddedObject() {
            return new RawValue(delegate.getString());
        }
    }
}
