package io.github.smartia.connect.api;

import io.github.smartia.connect.api.ApiException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Whether and when a request that failed is made again. One that is not plain ends after three failures other than 429:
 * some APIs never serve a deep offset, a descending order or an upper bound. So does one whose response can't be read: a
 * response for fewer sessions may be.
 *
 * @param maxRetries how often one request is made again before its failure is final; -1: for ever
 * @param backoff the longest wait after the first failure; doubled with each further one
 * @param maxBackoff the longest wait that the API did not ask for
 * @param random spreads the waits over the upper half of what they may be, so that keys do not come back all at once
 */
public record RetryPolicy(int maxRetries, Duration backoff, Duration maxBackoff, RandomGenerator random) {

    private static final int MOST_FAILURES_IF_REPLACEABLE = 3;

    /** Doubling more often than this changes nothing for any bound in milliseconds. */
    private static final int MAX_DOUBLINGS = 40;

    /** How long to wait before the next attempt; empty where the failure is final. */
    Optional<Duration> retryIn(QueuedRequest request, ApiException failure) {
        boolean isFinal = !failure.isTransient() || isExhausted(request) || isReplaceable(request, failure);
        return isFinal ? Optional.empty() : Optional.of(delay(request.failures, failure.retryAfter()));
    }

    /** Whether plain requests, which an API is more likely to serve, or smaller ones can take the place of this one. */
    private static boolean isReplaceable(QueuedRequest request, ApiException failure) {
        return (!request.query.isPlain() || failure.kind() == Kind.UNREADABLE)
                && request.failuresUnthrottled >= MOST_FAILURES_IF_REPLACEABLE;
    }

    /** Whether {@code api.max.retries} allows no further retry. */
    boolean isExhausted(QueuedRequest request) {
        return maxRetries >= 0 && request.failures > maxRetries;
    }

    /**
     * The wait after the {@code failures}-th failure in a row, counted from 1. What the API asks for by
     * {@code Retry-After} wins, also over the longest wait.
     */
    Duration delay(int failures, Optional<Duration> retryAfter) {
        return retryAfter.orElseGet(() -> {
            double doubled = (double) backoff.toMillis() * (1L << Math.min(failures - 1, MAX_DOUBLINGS));
            double most = Math.min((double) maxBackoff.toMillis(), doubled);
            return Duration.ofMillis(Math.round(most * random.nextDouble(0.5, 1)));
        });
    }
}
