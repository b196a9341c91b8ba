package io.github.smartia.connect.read;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/** The one thread on which all reading of a task happens, step by step, and its clock. */
public interface EventLoop extends Executor {

    /** Runs {@code step} after {@code delay}. */
    void schedule(Runnable step, Duration delay);

    /** The latest that the API's clock can show where the API does not say: the worker's clock may be wrong by hours. */
    Instant latestApiTime();

    /** A clock that only goes forward, in nanoseconds from an arbitrary origin. */
    long nanoTime();
}
