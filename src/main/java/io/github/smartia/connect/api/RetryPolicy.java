package io.github.smartia.connect.api;

import io.github.smartia.connect.api.ApiException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Whether and when a request that failed is made again. Three failures other than 429 are final for a request that is not
 * plain, which some APIs never serve, and for one whose response can't be read: one for fewer sessions may be.
 *
 * @param maxRetries how often one request is made again before its failure is final; -1: for ever
 * @param backoff the longest wait after the first failure; doubled with each further one
 * @param maxBackoff the longest wait that the API did not ask for
 * @param random spreads the waits over the upper half of what they may be
 */
public record RetryPolicy(int maxRetries, Duration backoff, Duration maxBackoff, RandomGenerator random) {

    private static final int MOST_FAILURES_IF_REPLACEABLE = 3;

    /** More change nothing for any bound in milliseconds. */
    private static final int MAX_DOUBLINGS = 40;

    /** How long to wait before the next attempt; empty where the failure is final. */
    Optional<Duration> retryIn(QueuedRequest request, ApiException failure) {
        boolean isFinal = !failure.isTransient() || isExhausted(request) || isReplaceable(request, failure);
        return isFinal ? Optional.empty() : Optional.of(delay(request.failures, failure.retryAfter()));
    }

    /** Whether plain or smaller requests can take the place of this one. */
    private static boolean isReplaceable(QueuedRequest request, ApiException failure) {
        return (!request.query.isPlain() || failure.kind() == Kind.UNREADABLE)
                && request.failuresUnthrottled >= MOST_FAILURES_IF_REPLACEABLE;
    }

    /** Whether {@code api.max.retries} allows no further retry. */
    boolean isExhausted(QueuedRequest request) {
        return maxRetries >= 0 && request.failures > maxRetries;
    }

    /** The wait after so many failures in a row, at least 1. {@code Retry-After} wins, also over the longest wait. */
    Duration delay(int failures, Optional<Duration> retryAfter) {
        return retryAfter.orElseGet(() -> {
            double doubled = (double) backoff.toMillis() * (1L << Math.min(failures - 1, MAX_DOUBLINGS));
            double most = Math.min((double) maxBackoff.toMillis(), doubled);
            return Duration.ofMillis(Math.round(most * random.nextDouble(0.5, 1)));
        });
    }
}
