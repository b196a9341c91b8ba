package io.github.smartia.connect.metrics;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.stats.Avg;
import org.apache.kafka.common.metrics.stats.Max;
import org.apache.kafka.common.metrics.stats.Percentiles;
import org.apache.kafka.common.metrics.stats.Percentiles.BucketSizing;

/**
 * The latency of requests over the last five minutes or so: an idle stream sends one a minute. All values are in
 * milliseconds, and NaN if there was no request. Safe for use by several threads.
 */
final class Latency {

    private static final MetricConfig WINDOWS = new MetricConfig().samples(5).timeWindow(1, TimeUnit.MINUTES);

    /** Percentiles count longer times as this. */
    private static final double LONGEST = Duration.ofMinutes(1).toMillis();

    /** Four bytes each; narrow for short times, wide for long ones. */
    private static final int BUCKETS = 500;

    private final Avg average = new Avg();
    private final Max max = new Max();
    private final Percentiles percentiles = new Percentiles(BUCKETS * Float.BYTES, LONGEST, BucketSizing.LINEAR);
    private final LongSupplier nanoTime;

    /** @param nanoTime a monotonic clock, such as {@link System#nanoTime} */
    Latency(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void record(Duration took) {
        double millis = took.toNanos() / 1e6;
        average.record(WINDOWS, millis, now());
        max.record(WINDOWS, millis, now());
        percentiles.record(WINDOWS, Math.min(millis, LONGEST), now());
    }

    synchronized double average() {
        return average.measure(WINDOWS, now());
    }

    synchronized double max() {
        return max.measure(WINDOWS, now());
    }

    synchronized double percentile99() {
        return percentiles.value(WINDOWS, now(), 0.99);
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong());
    }
}
