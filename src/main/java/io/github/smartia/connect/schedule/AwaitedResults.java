package io.github.smartia.connect.schedule;

import io.github.smartia.connect.model.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Completed sessions of the last hour whose result was not shown yet: it may follow at any time. Not thread-safe. */
final class AwaitedResults {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final NavigableMap<Instant, String> sessions = new TreeMap<>();

    /** A completed session was published. */
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
     * The first date with such a session, from one date on and before another.
     *
     * @param apiTime those that ended more than an hour before are forgotten
     */
    Optional<Instant> first(Instant from, Instant to, Instant apiTime) {
        if (!apiTime.equals(Instant.MIN)) {
            sessions.headMap(apiTime.minus(LONGEST)).clear();
        }
        return Optional.ofNullable(sessions.ceilingKey(from)).filter(to::isAfter);
    }
}
