package io.github.smartia.connect.metrics;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.stats.SimpleRate;

/** Sessions per second, over the last minute or so. Safe for use by several threads. */
final class PublishRate {

    private static final MetricConfig WINDOWS = new MetricConfig().samples(6).timeWindow(10, TimeUnit.SECONDS);

    private final SimpleRate rate = new SimpleRate();
    private final LongSupplier nanoTime;

    /** @param nanoTime a monotonic clock, such as {@link System#nanoTime} */
    PublishRate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void record(int sessions) {
        rate.record(WINDOWS, sessions, now());
    }

    synchronized double perSecond() {
        return rate.measure(WINDOWS, now());
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong());
    }
}
