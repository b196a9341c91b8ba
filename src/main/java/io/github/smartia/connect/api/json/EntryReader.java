package io.github.smartia.connect.api.json;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the objects in {@code data}.
 *
 * @param body the response that they are in
 * @param maxBytes the most bytes of JSON that one may have; a larger one is malformed
 * @param unreadable takes the path of each documented field that can't be read
 */
record EntryReader(byte[] body, long maxBytes, Consumer<String> unreadable) {

    private static final Set<String> NAMING = Set.of("sessionId", "startDate", "endDate");

    /**
     * The object in {@code length} bytes of the body from {@code start} on.
     *
     * @param tree the object, where it is known already
     */
    Entry read(int start, int length, Optional<ObjectNode> tree) {
        if (length > maxBytes) {
            return malformed(start, length, "session", tooLarge(length));
        }
        try {
            return SessionReader.session(tree.orElseGet(() -> Json.session(body, start, length)), unreadable);
        } catch (MalformedFieldException e) {
            return malformed(start, length, e.field, e.getMessage());
        } catch (StreamConstraintsException e) {
            return malformed(start, length, "session", "has more than " + ResponseBounds.SESSION_TOKENS + " values");
        }
    }

    private String tooLarge(int length) {
        return String.format(
                Locale.ROOT,
                "is larger than a record may be (%,d bytes of JSON, %,d allowed; see producer.override.max.request.size)",
                length,
                maxBytes);
    }

    private MalformedSession malformed(int start, int length, String field, String problem) {
        Map<String, String> texts = namingTexts(start, length);
        return new MalformedSession(
                Optional.ofNullable(texts.get("sessionId")).flatMap(Values::id),
                Optional.ofNullable(texts.get("startDate")).flatMap(Values::instant),
                Optional.ofNullable(texts.get("endDate")).flatMap(Values::instant),
                field,
                problem,
                new String(body, start, length, StandardCharsets.UTF_8));
    }

    /** What names and dates the session, up to a text that is far too long for that. */
    private Map<String, String> namingTexts(int start, int length) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = Json.parser(body, start, length)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING && NAMING.contains(name)) {
                    texts.put(name, parser.getString());
                }
                parser.skipChildren();
            }
        } catch (StreamConstraintsException e) {
            return texts;
        }
        return texts;
    }
}
