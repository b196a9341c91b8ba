package io.github.smartia.connect.api.json;

import static io.github.smartia.connect.api.json.Fields.required;

import io.github.smartia.connect.model.Result;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.model.Test;
import io.github.smartia.connect.model.User;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;

/** Collects the fields of one session. */
final class SessionReader {

    /** What the API documents for completed sessions alone. */
    private static final Set<String> OF_COMPLETED_ONLY = Set.of("endDate", "result");

    private final Fields fields;
    private final Set<String> unknown;
    private Optional<String> sessionId = Optional.empty();
    private Optional<Instant> startDate = Optional.empty();
    private Optional<Instant> endDate = Optional.empty();
    private Optional<Status> status = Optional.empty();
    private Optional<User> user = Optional.empty();
    private Optional<Test> test = Optional.empty();
    private Optional<Result> result = Optional.empty();

    private SessionReader(JsonParser parser, Set<String> unknown) {
        this.fields = new Fields(parser);
        this.unknown = unknown;
    }

    /**
     * Reads the object that {@code parser} stands on.
     *
     * @throws MalformedFieldException if it is no session; the parser then stands anywhere within it
     */
    static Session read(JsonParser parser) {
        return read(parser, Set.of());
    }

    /** The same for a session in progress, where what belongs to completed ones is an additional field. */
    static Session readInProgress(JsonParser parser) {
        return read(parser, OF_COMPLETED_ONLY);
    }

    private static Session read(JsonParser parser, Set<String> unknown) {
        SessionReader reader = new SessionReader(parser, unknown);
        reader.fields.each("", reader::field);
        return reader.session();
    }

    private boolean field(String name) {
        if (unknown.contains(name)) {
            return false;
        }
        switch (name) {
            case "sessionId" -> sessionId = fields.id(name);
            case "startDate" -> startDate = fields.instant(name);
            case "endDate" -> endDate = fields.instant(name);
            case "status" -> status = status(fields.text(name));
            case "user" -> user = fields.isNull() ? Optional.empty() : Optional.of(UserReader.read(fields));
            case "test" -> test = fields.isNull() ? Optional.empty() : Optional.of(TestReader.read(fields));
            case "result" -> result = fields.isNull() ? Optional.empty() : Optional.of(ResultReader.read(fields));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Optional<Status> status(Optional<String> text) {
        return text.map(name -> switch (name) {
            case "COMPLETED" -> Status.COMPLETED;
            case "IN_PROGRESS" -> Status.IN_PROGRESS;
            default -> throw Fields.malformed("status", "is neither COMPLETED nor IN_PROGRESS");
        });
    }

    private Session session() {
        String id = required(sessionId, "sessionId");
        Instant start = required(startDate, "startDate");
        Status state = required(status, "status");
        if (state == Status.COMPLETED) {
            required(endDate, "endDate");
        }
        User pupil = required(user, "user");
        return new Session(id, start, endDate, state, pupil, required(test, "test"), result, fields.additional());
    }
}
