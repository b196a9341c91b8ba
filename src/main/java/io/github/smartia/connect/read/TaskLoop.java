package io.github.smartia.connect.read;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A loop on a thread of its own. Steps that come after it is closed are dropped. */
public final class TaskLoop implements Loop, AutoCloseable {

    private final ScheduledThreadPoolExecutor thread;

    public TaskLoop(String threadName) {
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
        thread.execute(step);
    }

    @Override
    public void schedule(Runnable step, Duration delay) {
        thread.schedule(step, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** For others who have something to do later; their steps must be short too. */
    public ScheduledExecutorService timer() {
        return thread;
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
