package io.github.smartia.connect.simulated;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A session as the simulated API holds it: immutable, and small, since there may be a million. */
public final class SimulatedSession {

    /** The end of a session in progress: sorts after all others. */
    static final long NOT_ENDED = Long.MAX_VALUE;

    private final UUID sessionId;
    private final long startMillis;
    private final long endMillis;
    private final Pupil user;
    private final Assessment test;
    private final Optional<Outcome> result;
    private final Map<String, String> overrides;

    SimulatedSession(
            UUID sessionId,
            long startMillis,
            long endMillis,
            Pupil user,
            Assessment test,
            Optional<Outcome> result,
            Map<String, String> overrides) {
        this.sessionId = sessionId;
        this.startMillis = startMillis;
        this.endMillis = endMillis;
        this.user = user;
        this.test = test;
        this.result = result;
        this.overrides = Map.copyOf(overrides);
    }

    public UUID sessionId() {
        return sessionId;
    }

    public Instant startDate() {
        return Instant.ofEpochMilli(startMillis);
    }

    /** When the pupil finished; empty in a session in progress. */
    public Optional<Instant> endDate() {
        return isCompleted() ? Optional.of(Instant.ofEpochMilli(endMillis)) : Optional.empty();
    }

    public boolean isCompleted() {
        return endMillis != NOT_ENDED;
    }

    public Pupil user() {
        return user;
    }

    public Assessment test() {
        return test;
    }

    public Optional<Outcome> result() {
        return result;
    }

    /** The session as the API shows it. */
    public String json() {
        StringBuilder text = new StringBuilder();
        SessionJson.append(this, text);
        return text.toString();
    }

    long millis(SortField field) {
        return field == SortField.START_DATE ? startMillis : endMillis;
    }

    /** What differs from the usual JSON: dotted path to JSON text, or to nothing where the field is left out. */
    Map<String, String> overrides() {
        return overrides;
    }

    @Override
    public String toString() {
        return "session " + sessionId;
    }
}
