package io.github.smartia.connect.api.json;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.node.ObjectNode;

/** Reads one response, one element of {@code data} at a time. */
public final class PageReader {

    /** The connector requests at most 100. */
    static final int MOST_SESSIONS = 2_000;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] body;
    private final JsonParser parser;
    private final SessionReader sessions;
    private final List<Entry> entries = new ArrayList<>();
    private boolean dataSeen;
    private long total = -1;

    private PageReader(byte[] body, JsonParser parser, SessionReader sessions) {
        this.body = body;
        this.parser = parser;
        this.sessions = sessions;
    }

    /**
     * Reads the response {@code body}.
     *
     * @param maxSessionBytes maximum size of one session in bytes of JSON; a larger session is malformed
     * @param unreadable receives the path of each documented field of a session that can't be read
     * @throws UnexpectedResponseException if the body is not JSON, or not of the documented shape; a single object in
     *     {@code data} that is not a documented session becomes a {@link io.github.smartia.connect.model.MalformedSession}
     */
    public static SessionPage read(byte[] body, long maxSessionBytes, Consumer<String> unreadable) {
        boolean marked = Arrays.mismatch(body, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length;
        byte[] json = marked ? Arrays.copyOfRange(body, BYTE_ORDER_MARK.length, body.length) : body;
        try (JsonParser parser = Json.parser(json, 0, json.length)) {
            return new PageReader(json, parser, new SessionReader(json, maxSessionBytes, unreadable)).readPage();
        } catch (StreamConstraintsException e) {
            throw over("depth, or length of a name or number");
        } catch (JacksonException e) {
            // Jackson's message may quote the response, including personal data of a pupil.
            throw new UnexpectedResponseException(
                    "is not valid JSON from byte " + e.getLocation().getByteOffset() + " of " + json.length + " on");
        }
    }

    private SessionPage readPage() {
        require(parser.nextToken() == JsonToken.START_OBJECT, "the response");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "data" -> readData();
                case "pagination" -> readPagination();
                default -> parser.skipChildren();
            }
        }
        require(dataSeen, "data");
        require(total >= 0, "pagination.total");
        require(parser.nextToken() == null, "end");
        return new SessionPage(entries, total);
    }

    private void readData() {
        require(!dataSeen, "data twice");
        dataSeen = true;
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            require(parser.currentToken() == JsonToken.START_ARRAY, "data");
            readElements();
        }
    }

    private void readElements() {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                readElements();
            } else {
                readElement();
            }
        }
    }

    private void readElement() {
        require(parser.currentToken() == JsonToken.START_OBJECT, "an element of data");
        if (entries.size() == MOST_SESSIONS) {
            throw over("number of sessions");
        }
        int from = position(parser.currentTokenLocation());
        Optional<ObjectNode> tree = body.length > Json.SMALL ? Optional.empty() : Optional.of(Json.object(parser));
        parser.skipChildren();
        entries.add(sessions.read(from, position(parser.currentLocation()) - from, tree));
    }

    private static int position(TokenStreamLocation location) {
        return (int) location.getByteOffset();
    }

    private void readPagination() {
        require(parser.currentToken() == JsonToken.START_OBJECT, "pagination");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean isTotal = parser.currentName().equals("total");
            parser.nextToken();
            if (isTotal) {
                total = wholeNumber();
            }
            parser.skipChildren();
        }
    }

    /** The whole number at the parser's position; -1 for anything else. */
    private long wholeNumber() {
        boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return whole ? parser.getLongValue() : -1;
    }

    private static void require(boolean asDocumented, String what) {
        if (!asDocumented) {
            throw new UnexpectedResponseException("is JSON of an undocumented shape (" + what + ")");
        }
    }

    private static UnexpectedResponseException over(String bound) {
        return new UnexpectedResponseException(
                "exceeds a limit that no valid response should come near (" + bound + ")");
    }
}
