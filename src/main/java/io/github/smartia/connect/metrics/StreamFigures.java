package io.github.smartia.connect.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** The numbers of one stream of one organisation. Safe for use by several threads. */
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
    private final Clock clock;
    private final LongSupplier nanoTime;
    private volatile long lastSuccess;
    private volatile Optional<Instant> position = Optional.empty();
    private volatile boolean caughtUp;
    private volatile State state = State.RUNNING;

    /**
     * @param latency of its requests, and maybe of others'
     * @param clock for the lag alone
     * @param nanoTime a clock that only ever goes forward, such as {@link System#nanoTime}
     */
    StreamFigures(Latency latency, Clock clock, LongSupplier nanoTime) {
        this.latency = latency;
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

    /** Answers may still come in when reading has ended. */
    private synchronized void changeTo(State next) {
        if (state != State.FAILED) {
            state = next;
        }
    }

    void reached(Optional<Instant> latest) {
        position = latest;
    }

    void caughtUp(boolean now) {
        caughtUp = now;
    }

    double count(Metric counter) {
        return counts.get(counter).sum();
    }

    Latency latency() {
        return latency;
    }

    /** In milliseconds; not a number as long as nothing was published. */
    double positionLag() {
        return position.map(
                        date -> (double) Duration.between(date, clock.instant()).toMillis())
                .orElse(Double.NaN);
    }

    /** In milliseconds. */
    double sinceSuccess() {
        return Duration.ofNanos(nanoTime.getAsLong() - lastSuccess).toMillis();
    }

    double caughtUp() {
        return caughtUp ? 1 : 0;
    }

    double state() {
        return state.code;
    }
}
