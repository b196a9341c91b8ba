package io.github.smartia.connect.api.json;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionPage;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/** Reads one answer. */
public final class PageReader {

    private final byte[] body;
    private final JsonParser parser;
    private final List<Entry> entries = new ArrayList<>();
    private boolean dataSeen;
    private long total = -1;
    private int limit;

    private PageReader(byte[] body, JsonParser parser, int requestedLimit) {
        this.body = body;
        this.parser = parser;
        this.limit = requestedLimit;
    }

    /**
     * Reads the answer {@code body} to a request for {@code requestedLimit} sessions.
     *
     * @throws UnexpectedResponseException if this is not JSON, or not the documented shape; a single element that is no
     *     proper session becomes a {@link io.github.smartia.connect.model.MalformedSession} instead
     */
    public static SessionPage read(byte[] body, int requestedLimit) {
        try (JsonParser parser = Json.parser(body, 0)) {
            return new PageReader(body, parser, requestedLimit).readPage();
        } catch (StreamConstraintsException e) {
            throw UnexpectedResponseException.over("depth, length of a text, name or number, or number of values");
        } catch (JacksonException e) {
            // The parser's own message may quote the answer, and with it a pupil.
            throw new UnexpectedResponseException(
                    "is no valid JSON from byte " + e.getLocation().getByteOffset() + " on, of " + body.length);
        }
    }

    private SessionPage readPage() {
        expect(parser.nextToken(), JsonToken.START_OBJECT, "the answer");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "data" -> readData(value);
                case "pagination" -> readPagination(value);
                default -> parser.skipChildren();
            }
        }
        require(dataSeen, "data");
        require(total >= 0, "pagination.total");
        require(parser.nextToken() == null, "end");
        return new SessionPage(entries, total, limit);
    }

    private void readData(JsonToken token) {
        expect(token, JsonToken.START_ARRAY, "data");
        require(!dataSeen, "data twice");
        dataSeen = true;
        readElements();
    }

    private void readElements() {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                readElements();
            } else {
                expect(token, JsonToken.START_OBJECT, "an element of data");
                requireRoom(entries.size() < ResponseBounds.SESSIONS, "number of sessions");
                entries.add(EntryReader.read(body, parser));
            }
        }
    }

    private void readPagination(JsonToken token) {
        expect(token, JsonToken.START_OBJECT, "pagination");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "total" -> total = wholeNumber(value, "pagination.total");
                case "limit" -> limit = smallerOf(limit, value);
                default -> parser.skipChildren();
            }
        }
    }

    private int smallerOf(int requested, JsonToken token) {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            parser.skipChildren();
            return requested;
        }
        long offered = wholeNumber(token, "pagination.limit");
        return offered >= 1 && offered < requested ? (int) offered : requested;
    }

    private long wholeNumber(JsonToken token, String what) {
        expect(token, JsonToken.VALUE_NUMBER_INT, what);
        require(parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER, what);
        return parser.getLongValue();
    }

    private static void expect(JsonToken token, JsonToken expected, String what) {
        require(token == expected, what);
    }

    private static void requireRoom(boolean within, String bound) {
        if (!within) {
            throw UnexpectedResponseException.over(bound);
        }
    }

    private static void require(boolean asDocumented, String what) {
        if (!asDocumented) {
            throw new UnexpectedResponseException("is JSON of an undocumented shape (" + what + ")");
        }
    }
}
