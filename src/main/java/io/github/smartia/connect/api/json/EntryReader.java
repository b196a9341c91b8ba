package io.github.smartia.connect.api.json;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.Status;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one element of {@code data}; reads it again from its first byte where the common way does not fit. */
final class EntryReader {

    private final byte[] body;
    private final int start;

    private EntryReader(byte[] body, int start) {
        this.body = body;
        this.start = start;
    }

    /** Reads the object that {@code parser}, which reads all of {@code body}, stands on; then it stands on its end. */
    static Entry read(byte[] body, JsonParser parser) {
        EntryReader reader =
                new EntryReader(body, (int) parser.currentTokenLocation().getByteOffset());
        int depth = parser.streamReadContext().getNestingDepth();
        try {
            Session session = SessionReader.read(parser);
            return reader.hasWhatIsOfCompletedOnly(session) ? reader.inProgress() : session;
        } catch (MalformedFieldException e) {
            skipToEnd(parser, depth);
            return reader.readAgain(e);
        }
    }

    /** What is of completed sessions only must not make one in progress malformed. */
    private Entry readAgain(MalformedFieldException problem) {
        if (!lenient("status", Fields::text).equals(Optional.of(Status.IN_PROGRESS.name()))) {
            return malformed(problem);
        }
        try {
            return inProgress();
        } catch (MalformedFieldException e) {
            return malformed(e);
        }
    }

    private boolean hasWhatIsOfCompletedOnly(Session session) {
        return session.status() == Status.IN_PROGRESS
                && (session.endDate().isPresent() || session.result().isPresent());
    }

    private Session inProgress() {
        try (JsonParser parser = again()) {
            return SessionReader.readInProgress(parser);
        }
    }

    private MalformedSession malformed(MalformedFieldException e) {
        try (JsonParser parser = again()) {
            String json = Json.text(parser);
            return new MalformedSession(
                    lenient("sessionId", Fields::id),
                    instant("startDate"),
                    instant("endDate"),
                    e.field(),
                    e.problem(),
                    json);
        }
    }

    private Optional<Instant> instant(String field) {
        return lenient(field, Fields::instant);
    }

    private <T> Optional<T> lenient(String field, FieldRead<T> read) {
        try (JsonParser parser = again()) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean found = parser.currentName().equals(field);
                parser.nextToken();
                if (found) {
                    return read.from(new Fields(parser), field);
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (MalformedFieldException e) {
            return Optional.empty();
        }
    }

    private JsonParser again() {
        JsonParser parser = Json.parser(body, start);
        parser.nextToken();
        return parser;
    }

    private static void skipToEnd(JsonParser parser, int depth) {
        while (parser.streamReadContext().getNestingDepth() >= depth) {
            parser.nextToken();
        }
    }

    /** Reads one value. */
    @FunctionalInterface
    private interface FieldRead<T> {
        Optional<T> from(Fields fields, String field);
    }
}
