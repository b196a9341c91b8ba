package io.github.smartia.connect.simulated;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A session as the simulated API holds it: small, since there may be a million.
 *
 * @param endMillis {@link #NOT_ENDED} for a session in progress
 * @param overrides what differs from the usual JSON: dotted path to JSON text, or to nothing where the field is left out
 */
public record SimulatedSession(
        UUID sessionId,
        long startMillis,
        long endMillis,
        Pupil user,
        Assessment test,
        Optional<Outcome> result,
        Map<String, String> overrides) {

    /** The end of a session in progress: sorts after all others. */
    static final long NOT_ENDED = Long.MAX_VALUE;

    public SimulatedSession {
        overrides = Map.copyOf(overrides);
    }

    public Instant startDate() {
        return Instant.ofEpochMilli(startMillis);
    }

    /** When the pupil finished; empty for a session in progress. */
    public Optional<Instant> endDate() {
        return isCompleted() ? Optional.of(Instant.ofEpochMilli(endMillis)) : Optional.empty();
    }

    public boolean isCompleted() {
        return endMillis != NOT_ENDED;
    }

    /** The session as the API shows it. */
    public String json() {
        return SessionJson.of(this);
    }

    long millis(SortField field) {
        return field == SortField.START_DATE ? startMillis : endMillis;
    }

    @Override
    public String toString() {
        return "session " + sessionId;
    }
}
