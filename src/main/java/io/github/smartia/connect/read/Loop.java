package io.github.smartia.connect.read;

import java.time.Duration;
import java.util.concurrent.Executor;

/** The one thread that all of a task's reading happens on, one step after the other, and its clock. */
public interface Loop extends Executor {

    /** Does {@code step} after {@code delay}. */
    void schedule(Runnable step, Duration delay);

    /** A clock that only ever goes forward, in nanoseconds from anywhere; nothing else here knows the time. */
    long nanoTime();
}
