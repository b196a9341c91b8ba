package io.github.smartia.cli.api;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A session as the API showed it.
 *
 * @param json one element of {@code data}
 */
public record Seen(JsonNode json) {

    /** The session's id; empty if it is missing or not a text. */
    public Optional<String> id() {
        return json.path("sessionId").stringValueOpt();
    }

    /** The date of that name; empty if it is missing or unreadable. */
    public Optional<Instant> date(String field) {
        return json.path(field).stringValueOpt().flatMap(ApiDate::read);
    }

    public Optional<Instant> date(SessionStream stream) {
        return date(stream.dateField());
    }

    /** Shows nothing of the session, which is personal data. */
    @Override
    public String toString() {
        return "a session";
    }
}
