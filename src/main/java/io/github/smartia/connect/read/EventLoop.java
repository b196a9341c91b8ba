package io.github.smartia.connect.read;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/** The thread on which a task reads, in short steps, and its clock. */
public interface EventLoop extends Executor {

    /** Runs {@code step} after {@code delay}. */
    void schedule(Runnable step, Duration delay);

    /** An upper bound of the API's time, for responses that do not state it. The worker's clock may be wrong by hours. */
    Instant maxApiTime();

    /** A monotonic clock, in nanoseconds from an arbitrary origin. */
    long nanoTime();
}
