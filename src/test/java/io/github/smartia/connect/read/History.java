package io.github.smartia.connect.read;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What happens at the API, and how it is read.
 *
 * @param begin when reading begins, by the API's clock
 * @param fetchEvery how often the worker fetches what was read
 * @param restarts when the worker is killed after reading began, and started again at once
 * @param exactlyOnce whether the worker stores offsets together with what was published
 */
record History(
        List<ModelSession> sessions,
        Instant begin,
        Duration lookback,
        Duration latency,
        int pageSize,
        int requestsAtOnce,
        int outbox,
        Duration fetchEvery,
        List<Duration> restarts,
        boolean exactlyOnce,
        long seed) {

    static final Duration POLL_INTERVAL = Duration.ofSeconds(5);

    /** More than reading any piece of this history and fetching it can take, the largest tie group included. */
    Duration patience() {
        long requests = 20 + 20L * sessions.size() / pageSize;
        int waitingPages = 2 * requestsAtOnce + 4;
        // Every second probe looks at another page.
        int probes = 2 * (sessions.size() / pageSize + 2);
        return Duration.ofMinutes(1)
                .plus(POLL_INTERVAL.multipliedBy(probes))
                .plus(latency.multipliedBy(2 * requests))
                .plus(fetchEvery.multipliedBy(waitingPages));
    }

    /** When nothing more happens. */
    Instant end() {
        return sessions.stream()
                .flatMap(session -> java.util.stream.Stream.concat(
                        session.end().stream()
                                .flatMap(end -> java.util.stream.Stream.concat(
                                                session.changes().stream(), session.removed().stream())
                                        .map(end::plus)),
                        java.util.stream.Stream.of(
                                session.start().plus(session.delay()),
                                session.end().orElse(session.start()).plus(session.delay()))))
                .max(Instant::compareTo)
                .filter(last -> last.isAfter(begin))
                .orElse(begin);
    }

    ModelSession session(String id) {
        return sessions.stream()
                .filter(session -> session.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
