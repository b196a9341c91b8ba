package io.github.smartia.connect.schedule;

import io.github.smartia.connect.read.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A loop on a thread of its own. Steps that come after it is closed are dropped. What a step leaves undone because it
 * throws something nobody does later, so whoever depends on the loop must look at its {@link #breakdown}.
 */
public final class ThreadedEventLoop implements EventLoop, AutoCloseable {

    private static final Duration MOST_WRONG = Duration.ofHours(24);

    private final ScheduledThreadPoolExecutor thread;
    private final AtomicReference<Throwable> breakdown = new AtomicReference<>();

    public ThreadedEventLoop(String threadName) {
        thread = new ScheduledThreadPoolExecutor(1, step -> {
            Thread loop = new Thread(step, threadName);
            loop.setDaemon(true);
            return loop;
        });
        thread.setRemoveOnCancelPolicy(true);
        thread.setRejectedExecutionHandler((step, executor) -> {});
    }

    @Override
    public void execute(Runnable step) {
        thread.execute(watched(step));
    }

    @Override
    public void schedule(Runnable step, Duration delay) {
        thread.schedule(watched(step), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    // The executor would swallow whatever it is, an Error too.
    private Runnable watched(Runnable step) {
        return () -> {
            try {
                step.run();
            } catch (Throwable e) {
                breakdown.compareAndSet(null, e);
            }
        };
    }

    /** The first thing that a step threw. May be called from any thread. */
    public Optional<Throwable> breakdown() {
        return Optional.ofNullable(breakdown.get());
    }

    /** For others who have something to do later; their steps must be short too. */
    public ScheduledExecutorService timer() {
        return thread;
    }

    @Override
    public Instant maxApiTime() {
        return Instant.now().plus(MOST_WRONG);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
