package io.github.smartia.connect.api;

import io.github.smartia.connect.api.ApiException.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Whether and when a request that failed is made again. One that is not plain ends after three failures other than 429:
 * some APIs never serve a deep offset, a descending order or an upper bound. So does one whose response can't be read: a
 * response for fewer sessions may be.
 */
public final class RetryPolicy {

    private static final int MOST_FAILURES_IF_REPLACEABLE = 3;

    private final int maxRetries;
    private final Backoff backoff;

    /** @param random spreads the waits of keys that fail together */
    public RetryPolicy(RetrySettings settings, RandomGenerator random) {
        this.maxRetries = settings.maxRetries();
        this.backoff = new Backoff(settings.backoff(), settings.maxBackoff(), random);
    }

    /** How long to wait before the next attempt; empty where the failure is final. */
    Optional<Duration> delay(QueuedRequest request, ApiException failure) {
        boolean isFinal = !failure.isTransient() || isExhausted(request) || isReplaceable(request, failure);
        return isFinal ? Optional.empty() : Optional.of(backoff.delay(request.failures, failure.retryAfter()));
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
}
