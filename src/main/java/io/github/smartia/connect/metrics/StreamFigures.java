package io.github.smartia.connect.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** The values of the metrics of one stream of one organisation. Safe for use by several threads. */
final class StreamFigures {

    private enum State {
        RUNNING(0),
        BACKING_OFF(1),
        FAILED(2);

        private final double code;

        State(double code) {
            this.code = code;
        }
    }

    private final Map<Metric, LongAdder> counts = new EnumMap<>(Metric.class);
    private final Latency latency;
    private final PublishRate publishRate;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private volatile long lastSuccess;
    private volatile Optional<Instant> position = Optional.empty();
    private volatile double remaining = Double.NaN;
    private volatile boolean caughtUp;
    private volatile State state = State.RUNNING;

    /**
     * @param latency of its requests; other organisations may share it
     * @param clock for the lag only
     * @param nanoTime a monotonic clock, such as {@link System#nanoTime}
     */
    StreamFigures(Latency latency, Clock clock, LongSupplier nanoTime) {
        this.latency = latency;
        this.publishRate = new PublishRate(nanoTime);
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.lastSuccess = nanoTime.getAsLong();
        for (Metric metric : Metric.values()) {
            counts.put(metric, new LongAdder());
        }
    }

    void add(Metric counter, long more) {
        counts.get(counter).add(more);
    }

    void published(int sessions) {
        add(Metric.SESSIONS_PUBLISHED, sessions);
        publishRate.record(sessions);
    }

    void remaining(long sessions) {
        remaining = (double) sessions;
    }

    void served() {
        lastSuccess = nanoTime.getAsLong();
        changeTo(State.RUNNING);
    }

    void backingOff() {
        changeTo(State.BACKING_OFF);
    }

    void failed() {
        changeTo(State.FAILED);
    }

    /** Changes the state, unless reading has failed: a response may still arrive after that. */
    private synchronized void changeTo(State next) {
        if (state != State.FAILED) {
            state = next;
        }
    }

    void publishedUpTo(Optional<Instant> latest) {
        position = latest;
    }

    /** Notes the position from which reading continues, unless something was published since. */
    void startedAt(Optional<Instant> stored) {
        position = position.or(() -> stored);
    }

    void caughtUp(boolean now) {
        caughtUp = now;
    }

    Latency latency() {
        return latency;
    }

    boolean hasFailed() {
        return state == State.FAILED;
    }

    /** The current value; {@link Double#NaN} if there is none yet. */
    double value(Metric metric) {
        return switch (metric) {
            case REQUEST_LATENCY_AVG -> latency.average();
            case REQUEST_LATENCY_MAX -> latency.max();
            case REQUEST_LATENCY_P99 -> latency.percentile99();
            case SESSIONS_PER_SECOND -> publishRate.perSecond();
            case SESSIONS_REMAINING -> remaining;
            case POSITION_LAG -> positionLag();
            case TIME_SINCE_SUCCESS ->
                Duration.ofNanos(nanoTime.getAsLong() - lastSuccess).toMillis();
            case CAUGHT_UP -> caughtUp ? 1 : 0;
            case STATE -> state.code;
            default -> counts.get(metric).sum();
        };
    }

    /** In milliseconds. */
    private double positionLag() {
        return position.map(
                        date -> (double) Duration.between(date, clock.instant()).toMillis())
                .orElse(Double.NaN);
    }
}
