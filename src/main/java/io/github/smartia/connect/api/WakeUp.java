package io.github.smartia.connect.api;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Runs a step at the earliest of the times that are set. Safe for use by several threads. */
final class WakeUp {

    private final Runnable step;
    private final ScheduledExecutorService timer;
    private final LongSupplier nanoTime;
    private Optional<Future<?>> set = Optional.empty();
    private long time;

    WakeUp(Runnable step, ScheduledExecutorService timer, LongSupplier nanoTime) {
        this.step = step;
        this.timer = timer;
        this.nanoTime = nanoTime;
    }

    synchronized void in(long nanos) {
        long wanted = nanoTime.getAsLong() + nanos;
        if (set.isEmpty() || wanted - time < 0) {
            cancel();
            time = wanted;
            set = Optional.of(timer.schedule(this::wake, nanos, TimeUnit.NANOSECONDS));
        }
    }

    private void wake() {
        synchronized (this) {
            set = Optional.empty();
        }
        step.run();
    }

    synchronized void cancel() {
        set.ifPresent(future -> future.cancel(false));
        set = Optional.empty();
    }
}
