package io.github.smartia.connect.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One sitting of one assessment by one pupil.
 *
 * @param sessionId the session's UUID, as the API writes it; the identity of the session
 * @param startDate when the pupil started, truncated to milliseconds
 * @param endDate when the pupil finished, truncated to milliseconds; present in completed sessions
 * @param result the outcome; only in completed sessions, where it may follow later
 * @param additionalFields unknown fields, and optional fields whose value can't be read: maps their path in the session, dotted
 *     if nested, to their value as JSON text
 */
public record Session(
        String sessionId,
        Instant startDate,
        Optional<Instant> endDate,
        Status status,
        User user,
        Test test,
        Optional<Result> result,
        Map<String, String> additionalFields)
        implements Entry {

    public Session {
        additionalFields = Map.copyOf(additionalFields);
    }

    @Override
    public Optional<Instant> date(DateField field) {
        return switch (field) {
            case START_DATE -> Optional.of(startDate);
            case END_DATE -> endDate;
        };
    }

    /** Names the session without any personal data. */
    @Override
    public String toString() {
        return "session " + sessionId;
    }
}
