package io.github.smartia.connect.read;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/** The one thread that all of a task's reading happens on, one step after the other, and its clock. */
public interface Loop extends Executor {

    /** Does {@code step} after {@code delay}. */
    void schedule(Runnable step, Duration delay);

    /** The latest that the API's clock can show where it does not say so: the worker's clock may be wrong by hours. */
    Instant latestApiTime();

    /** A clock that only ever goes forward, in nanoseconds from anywhere; nothing else here measures time. */
    long nanoTime();
}
