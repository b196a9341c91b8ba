package io.github.smartia.cli.plan;

import java.time.Duration;

/** How long reading all of history takes. */
final class CatchUp {

    /** Pages overlap a little. */
    private static final double OVERLAP = 1.04;

    private final double requests;
    private final Duration latency;

    CatchUp(long sessions, Duration latency) {
        requests = Math.ceil(sessions * OVERLAP / Recommendation.PAGE_SIZE);
        this.latency = latency;
    }

    long requests() {
        return (long) requests;
    }

    /** @param perSecond how many requests may start in a second */
    Duration at(int perSecond) {
        double bySeconds = requests / perSecond;
        double byLatency = requests * latency.toNanos() / 1e9 / Recommendation.CONCURRENT;
        return Duration.ofSeconds((long) Math.ceil(Math.max(bySeconds, byLatency)));
    }
}
