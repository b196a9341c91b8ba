package io.github.smartia.cli.api;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A session as a response showed it.
 *
 * @param json one element of {@code data}
 */
public record Seen(JsonNode json) {

    /** Empty where it has none, or one that is not a text. */
    public Optional<String> id() {
        return json.path("sessionId").stringValueOpt();
    }

    /** The date of that name; empty where there is none that can be read. */
    public Optional<Instant> date(String field) {
        return json.path(field).stringValueOpt().flatMap(ApiDate::read);
    }

    public Optional<Instant> date(SessionStream stream) {
        return date(stream.dateField());
    }

    /** Nothing: the session is personal data. */
    @Override
    public String toString() {
        return "a session";
    }
}
