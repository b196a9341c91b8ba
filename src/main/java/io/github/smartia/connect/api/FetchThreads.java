package io.github.smartia.connect.api;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The threads on which all keys of a task make their requests: a bounded number, started on demand and ended when idle.
 * First come, first served, except that keys whose host hangs share a quarter of the threads. Thread-safe.
 */
public final class FetchThreads implements AutoCloseable {

    private static final int IDLE_SECONDS = 10;

    private final int most;
    private final BooleanSupplier mayStart;
    private final Executor executor;
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private int busy;
    private int busyHanging;

    /**
     * @param most at least 1
     * @param mayStart whether work may be started now; {@link #resume} must be called when it may again
     */
    public FetchThreads(int most, BooleanSupplier mayStart) {
        this(most, mayStart, threads());
    }

    FetchThreads(int most, BooleanSupplier mayStart, Executor executor) {
        this.most = most;
        this.mayStart = mayStart;
        this.executor = executor;
    }

    /** Unbounded: this class bounds how many have work. */
    private static ThreadPoolExecutor threads() {
        AtomicInteger started = new AtomicInteger();
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> {
                    Thread thread = new Thread(work, "smart-ia-fetch-" + started.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /**
     * Does {@code work} as soon as there is a thread for it.
     *
     * @param hangs whether the latest request of this key got no response
     */
    synchronized void submit(Runnable work, BooleanSupplier hangs) {
        waiting.add(new Turn(work, hangs));
        resume();
    }

    public synchronized void resume() {
        for (Iterator<Turn> turns = waiting.iterator(); turns.hasNext() && busy < most && mayStart.getAsBoolean(); ) {
            Turn turn = turns.next();
            boolean hangs = turn.hangs().getAsBoolean();
            if (!hangs || busyHanging < Math.max(1, most / 4)) {
                // Where the JVM has no thread to start, the work keeps its place.
                executor.execute(() -> run(turn.work(), hangs));
                turns.remove();
                count(1, hangs);
            }
        }
    }

    private void run(Runnable work, boolean hangs) {
        try {
            work.run();
        } finally {
            count(-1, hangs);
            resume();
        }
    }

    private synchronized void count(int change, boolean hangs) {
        busy += change;
        busyHanging += hangs ? change : 0;
    }

    /** Does not wait: a thread that looks up a host name ends when that does. */
    @Override
    public void close() {
        if (executor instanceof ExecutorService threads) {
            threads.shutdownNow();
        }
    }

    private record Turn(Runnable work, BooleanSupplier hangs) {}
}
