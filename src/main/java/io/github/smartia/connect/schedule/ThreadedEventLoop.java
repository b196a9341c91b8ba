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
 * An event loop on a thread of its own. Steps submitted after it is closed are dropped. A step that throws is not repeated, so
 * the owner must check {@link #failure}.
 */
public final class ThreadedEventLoop implements EventLoop, AutoCloseable {

    private static final Duration MAX_CLOCK_ERROR = Duration.ofHours(24);

    private final ScheduledThreadPoolExecutor thread;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

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
        thread.execute(recordingFailure(step));
    }

    @Override
    public void schedule(Runnable step, Duration delay) {
        thread.schedule(recordingFailure(step), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    // The executor would swallow every Throwable.
    private Runnable recordingFailure(Runnable step) {
        return () -> {
            try {
                step.run();
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            }
        };
    }

    /** What a step threw first. May be called from any thread. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** The same thread for other users, whose steps must be short too. */
    public ScheduledExecutorService timer() {
        return thread;
    }

    @Override
    public Instant maxApiTime() {
        return Instant.now().plus(MAX_CLOCK_ERROR);
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
