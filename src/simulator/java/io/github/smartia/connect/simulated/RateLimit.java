package io.github.smartia.connect.simulated;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A token bucket for each key. Not thread-safe. */
final class RateLimit {

    /** What was left in a bucket at an instant. */
    private record Bucket(double tokens, Instant at) {}

    private final double perSecond;
    private final int burst;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new HashMap<>();

    /** @param perSecond infinite for no limit */
    RateLimit(double perSecond, int burst, InstantSource clock) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
    }

    /** Takes a token; the error where there is none left. */
    Optional<Response> throttle(String key) {
        if (Double.isInfinite(perSecond)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        double tokens = tokens(buckets.getOrDefault(key, new Bucket(burst, now)), now);
        boolean enough = tokens >= 1;
        buckets.put(key, new Bucket(enough ? tokens - 1 : tokens, now));
        return enough ? Optional.empty() : Optional.of(Response.error(429, "Too Many Requests"));
    }

    private double tokens(Bucket bucket, Instant now) {
        double seconds = Duration.between(bucket.at, now).toNanos() / 1e9;
        return Math.min(burst, bucket.tokens + seconds * perSecond);
    }
}
