package io.github.smartia.connect.quickstart;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast sessions arrive, and how many are still to come.
 *
 * @param sessionsPerSecond records with a value, over the last seconds
 * @param requestsPerSecond the same of requests to the API; empty where they can't be counted
 * @param remaining sessions that the API shows and the database does not hold; empty where they can't be counted
 */
record Progress(double sessionsPerSecond, Optional<Double> requestsPerSecond, Optional<Long> remaining) {

    /** While pupils work, a few sessions are always on their way. */
    private static final int ON_THEIR_WAY = 100;

    /** Whether there is history to read; empty where that can't be known. */
    Optional<Boolean> readsHistory() {
        return remaining.map(sessions -> sessions > ON_THEIR_WAY);
    }

    /** How long the remaining history takes at this speed; empty where there is none or no speed yet. */
    Optional<Duration> timeLeft() {
        return readsHistory()
                .filter(reads -> reads && sessionsPerSecond > 0)
                .map(reads -> Duration.ofMillis(Math.round(1_000 * remaining.orElseThrow() / sessionsPerSecond)));
    }
}
