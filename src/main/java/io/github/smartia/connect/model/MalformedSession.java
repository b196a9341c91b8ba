package io.github.smartia.connect.model;

import java.time.Instant;
import java.util.Optional;

/**
 * An element of a response's {@code data} that is not a session as documented.
 *
 * @param sessionId the session's id, if readable
 * @param startDate the start date, if readable
 * @param endDate the end date, if readable
 * @param field the path of the first field that is missing or wrong, such as {@code user.userId}
 * @param problem what is wrong with it, without its value
 * @param json the whole element as received; contains personal data
 */
public record MalformedSession(
        Optional<String> sessionId,
        Optional<Instant> startDate,
        Optional<Instant> endDate,
        String field,
        String problem,
        String json)
        implements Entry {

    @Override
    public Optional<Instant> date(DateField dateField) {
        return switch (dateField) {
            case START_DATE -> startDate;
            case END_DATE -> endDate;
        };
    }

    /** Names the session and the problem without any personal data. */
    @Override
    public String toString() {
        return "session " + sessionId.orElse("without sessionId") + ": " + field + " " + problem;
    }
}
