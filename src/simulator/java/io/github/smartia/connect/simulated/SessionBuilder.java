package io.github.smartia.connect.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Builds sessions that are valid unless changed otherwise. Not thread-safe. */
public final class SessionBuilder {

    private static final Pupil SOMEONE = Pupil.named(new UUID(0x0000_4000L, 0x8000_0000_0000_0001L), "Samma", "Pelton");
    private static final Instant SOME_DATE = Instant.parse("2026-01-06T09:30:00.000Z");
    private static final Duration SOME_TIME = Duration.ofMinutes(40);
    private static final AtomicLong NUMBERS = new AtomicLong();

    private UUID sessionId = new UUID(0x4000L, Long.MIN_VALUE | NUMBERS.incrementAndGet());
    private Instant startDate = SOME_DATE;
    private Optional<Instant> endDate = Optional.empty();
    private Pupil user = SOMEONE;
    private Assessment test = Assessment.ENGLISH;
    private Optional<Outcome> result = Optional.empty();
    private final Map<String, String> overrides = new LinkedHashMap<>();

    private SessionBuilder() {}

    /** A session in progress, with a new id. */
    public static SessionBuilder inProgress() {
        return new SessionBuilder();
    }

    /** A completed session with a result and a new id. */
    public static SessionBuilder completed() {
        return new SessionBuilder().endedAt(SOME_DATE.plus(SOME_TIME));
    }

    /** Starts from a copy of {@code session}, including its id. */
    public static SessionBuilder from(SimulatedSession session) {
        SessionBuilder copy = new SessionBuilder();
        copy.sessionId = session.sessionId();
        copy.startDate = session.startDate();
        copy.endDate = session.endDate();
        copy.user = session.user();
        copy.test = session.test();
        copy.result = session.result();
        copy.overrides.putAll(session.overrides());
        return copy;
    }

    public SessionBuilder id(UUID id) {
        sessionId = id;
        return this;
    }

    public SessionBuilder startedAt(Instant date) {
        startDate = date;
        return this;
    }

    /** Completes the session at {@code date}, with a result of that date. If the start matters too, set it first. */
    public SessionBuilder endedAt(Instant date) {
        endDate = Optional.of(date);
        if (startDate.isAfter(date)) {
            startDate = date.minus(SOME_TIME);
        }
        return result(Outcome.of(date, "L1 - Lower", Duration.between(startDate, date)));
    }

    public SessionBuilder user(Pupil pupil) {
        user = pupil;
        return this;
    }

    public SessionBuilder test(Assessment assessment) {
        test = assessment;
        return this;
    }

    public SessionBuilder result(Outcome outcome) {
        result = Optional.of(outcome);
        return this;
    }

    public SessionBuilder withoutResult() {
        result = Optional.empty();
        return this;
    }

    /**
     * Puts {@code json} at {@code path} (dotted if nested), whether the field is known or not. Sorting and filtering
     * still use the original values, so that invalid sessions are found like valid ones.
     */
    public SessionBuilder with(String path, String json) {
        overrides.put(path, json);
        return this;
    }

    public SessionBuilder without(String path) {
        return with(path, "");
    }

    public SimulatedSession build() {
        long end = endDate.map(Instant::toEpochMilli).orElse(SimulatedSession.NOT_ENDED);
        return new SimulatedSession(sessionId, startDate.toEpochMilli(), end, user, test, result, overrides);
    }
}
