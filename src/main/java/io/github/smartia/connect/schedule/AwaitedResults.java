package io.github.smartia.connect.schedule;

import io.github.smartia.connect.model.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The completed sessions of the last hour whose result is missing: it may follow at any time. Not thread-safe. */
final class AwaitedResults {

    private static final Duration MAX_AGE = Duration.ofHours(1);

    private final NavigableMap<Instant, String> sessions = new TreeMap<>();

    /** Notes the publication of a completed session. */
    void published(Session session) {
        boolean lacksResult = session.result().flatMap(result -> result.level()).isEmpty();
        session.endDate().ifPresent(end -> {
            if (lacksResult) {
                sessions.put(end, session.sessionId());
            } else {
                sessions.remove(end, session.sessionId());
            }
        });
    }

    /**
     * Returns the first date of such a session in a span of time; {@code to} is excluded.
     *
     * @param apiTime sessions that ended more than an hour earlier are forgotten
     */
    Optional<Instant> first(Instant from, Instant to, Instant apiTime) {
        if (!apiTime.equals(Instant.MIN)) {
            sessions.headMap(apiTime.minus(MAX_AGE)).clear();
        }
        return Optional.ofNullable(sessions.ceilingKey(from)).filter(to::isAfter);
    }
}
