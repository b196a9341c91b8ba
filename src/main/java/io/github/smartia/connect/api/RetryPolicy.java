package io.github.smartia.connect.api;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Whether and when a request that failed is made again. */
public final class RetryPolicy {

    private final int maxRetries;
    private final Backoff backoff;

    /** @param random spreads the waits of keys that fail together */
    public RetryPolicy(RetrySettings settings, RandomGenerator random) {
        this.maxRetries = settings.maxRetries();
        this.backoff = new Backoff(settings.backoff(), settings.maxBackoff(), random);
    }

    /** How long to wait before the next attempt; empty where the failure is final. */
    Optional<Duration> delay(QueuedRequest request, ApiException failure) {
        boolean isFinal = !failure.isTransient() || isExhausted(request);
        return isFinal ? Optional.empty() : Optional.of(backoff.delay(request.failures, failure.retryAfter()));
    }

    /** Whether {@code api.max.retries} allows no further retry. */
    boolean isExhausted(QueuedRequest request) {
        return maxRetries >= 0 && request.failures > maxRetries;
    }
}
