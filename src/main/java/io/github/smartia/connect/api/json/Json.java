package io.github.smartia.connect.api.json;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The one JSON factory, which keeps the {@link AnswerBounds}. */
final class Json {

    // JSON between systems is UTF-8. In the other encodings that could be guessed, bytes can't be told from characters.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(AnswerBounds.DEPTH)
                    .maxTokenCount(AnswerBounds.TOKENS)
                    .maxStringLength(AnswerBounds.TEXT_LENGTH)
                    .maxNameLength(AnswerBounds.NAME_LENGTH)
                    .maxNumberLength(AnswerBounds.DIGITS)
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
            generator.copyCurrentStructureExact(parser);
        }
        return text.toString();
    }
}
