package io.github.smartia.connect.api;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a failed request is made again.
 *
 * @param first the longest wait after the first failure; doubled with each further one
 * @param longest where doubling ends
 * @param random spreads the waits over the upper half of what they may be, so that readers do not come back all at once
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

    /** Doubling more often than this changes nothing for any bound in milliseconds. */
    private static final int MAX_DOUBLINGS = 40;

    /**
     * The wait after the {@code failures}-th failure in a row, counted from 1. What the API asks for by
     * {@code Retry-After} wins, also over the longest wait.
     */
    Duration delay(int failures, Optional<Duration> retryAfter) {
        return retryAfter.orElseGet(() -> {
            double doubled = (double) first.toMillis() * (1L << Math.min(failures - 1, MAX_DOUBLINGS));
            double most = Math.min((double) longest.toMillis(), doubled);
            return Duration.ofMillis(Math.round(most * random.nextDouble(0.5, 1)));
        });
    }
}
