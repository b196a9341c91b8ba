package io.github.smartia.connect.api;

import io.github.smartia.connect.api.ApiException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Whether and when a failed request is retried. A request that other requests can replace fails permanently after three
 * failures other than 429: a request that is not plain, because some APIs never serve those, or one whose response can't be
 * read, because a smaller page may be readable.
 *
 * @param maxRetries how many failures in a row are retried before a failure is permanent; -1: retried forever
 * @param backoff the longest wait after the first failure; doubled after each further failure
 * @param maxBackoff the longest wait, unless the API requests another
 * @param random spreads the waits over the upper half of their range
 */
public record RetryPolicy(int maxRetries, Duration backoff, Duration maxBackoff, RandomGenerator random) {

    private static final int MOST_FAILURES_IF_REPLACEABLE = 3;

    /** More doublings make no difference: the wait has reached any permitted maximum. */
    private static final int MAX_DOUBLINGS = 40;

    /** The wait before the next attempt; empty if the failure is permanent. */
    Optional<Duration> retryIn(QueuedRequest request, ApiException failure) {
        boolean isFinal = !failure.isTransient() || isExhausted(request) || isReplaceable(request, failure);
        return isFinal ? Optional.empty() : Optional.of(delay(request.failures, failure.retryAfter()));
    }

    /** Whether the request has failed often enough for plain or smaller requests to replace it. */
    private static boolean isReplaceable(QueuedRequest request, ApiException failure) {
        return (!request.query.isPlain() || failure.kind() == Kind.UNREADABLE)
                && request.failuresUnthrottled >= MOST_FAILURES_IF_REPLACEABLE;
    }

    /** Whether {@code api.max.retries} allows no further retry. */
    boolean isExhausted(QueuedRequest request) {
        return maxRetries >= 0 && request.failures > maxRetries;
    }

    /**
     * The wait after this number of failures in a row, which is at least 1. {@code retryAfter} takes precedence, even if
     * longer than {@code maxBackoff}.
     */
    Duration delay(int failures, Optional<Duration> retryAfter) {
        return retryAfter.orElseGet(() -> {
            double doubled = (double) backoff.toMillis() * (1L << Math.min(failures - 1, MAX_DOUBLINGS));
            double most = Math.min((double) maxBackoff.toMillis(), doubled);
            return Duration.ofMillis(Math.round(most * random.nextDouble(0.5, 1)));
        });
    }
}
