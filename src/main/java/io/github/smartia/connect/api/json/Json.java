package io.github.smartia.connect.api.json;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The one JSON factory, which keeps the {@link ResponseBounds}. */
final class Json {

    // JSON between systems is UTF-8. In the other encodings that could be guessed, bytes can't be told from characters.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(ResponseBounds.DEPTH)
                    .maxTokenCount(ResponseBounds.TOKENS)
                    .maxStringLength(ResponseBounds.TEXT_LENGTH)
                    .maxNameLength(ResponseBounds.NAME_LENGTH)
                    .maxNumberLength(ResponseBounds.DIGITS)
                    .build())
            .build();

    private Json() {}

    static JsonParser parser(byte[] body, int from) {
        return FACTORY.createParser(ObjectReadContext.empty(), body, from, body.length - from);
    }

    /**
     * The value that {@code parser} stands on, as JSON text with every digit it came with; afterwards the parser stands
     * on its end.
     */
    static String text(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            copy(parser, generator);
        }
        return text.toString();
    }

    private static void copy(JsonParser parser, JsonGenerator generator) {
        int depth = copyToken(parser, generator);
        while (depth > 0) {
            parser.nextToken();
            depth += copyToken(parser, generator);
        }
    }

    /** Answers by how much the token nests what comes after it. */
    private static int copyToken(JsonParser parser, JsonGenerator generator) {
        JsonToken token = parser.currentToken();
        if (token.isNumeric()) {
            // As text: not everything that JSON takes for a number is one for Java.
            generator.writeNumber(parser.getString());
        } else {
            generator.copyCurrentEventExact(parser);
        }
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
}
