package io.github.smartia.cli.plan;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings for an organisation.
 *
 * @param perSecond requests in a second
 * @param lookback the default, or as much as the connector can remember on a busy day
 */
public record Recommendation(int perSecond, Duration lookback) {

    static final int CONCURRENT = 4;
    static final int PAGE_SIZE = 100;

    /** Sessions within the lookback that the connector remembers after a restart. */
    static final int REMEMBERED = 25_000;

    /** Bytes that each of them takes in the stored offset. */
    static final int BYTES_A_SESSION = 16;

    private static final int DEFAULT_RATE = 5;
    private static final Duration DEFAULT_LOOKBACK = Duration.ofDays(1);
    private static final Duration POLL_INTERVAL = Duration.ofMinutes(1);

    static Recommendation of(Figures figures) {
        double daysRemembered = figures.peak() == 0 ? Double.MAX_VALUE : REMEMBERED / figures.peak();
        Duration lookback = daysRemembered >= 1
                ? DEFAULT_LOOKBACK
                : Duration.ofHours(Math.max(1, (long) Math.floor(24 * daysRemembered)));
        return new Recommendation(figures.throttled() ? 1 : DEFAULT_RATE, lookback);
    }

    /** Sessions that are remembered on a busy day. */
    long remembered(Figures figures) {
        return (long) Math.ceil(figures.peak() * lookback.toHours() / 24);
    }

    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("poll.interval.ms", Long.toString(POLL_INTERVAL.toMillis()));
        settings.put("lookback.ms", Long.toString(lookback.toMillis()));
        settings.put("page.size", Integer.toString(PAGE_SIZE));
        settings.put("api.max.requests.per.second", Integer.toString(perSecond));
        settings.put("api.max.concurrent.requests", Integer.toString(CONCURRENT));
        return settings;
    }
}
