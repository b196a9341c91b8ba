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
 * The threads that make the requests of all keys of a task. Their number is bounded; they start on demand and end when
 * idle. Work runs in the order of submission, except that keys whose host does not respond share a quarter of the threads
 * (at least one). Thread-safe.
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
     * @param most the maximum number of busy threads, at least 1
     * @param mayStart whether work may start now; {@link #resume} must be called when work may start again
     */
    public FetchThreads(int most, BooleanSupplier mayStart) {
        this(most, mayStart, threads());
    }

    FetchThreads(int most, BooleanSupplier mayStart, Executor executor) {
        this.most = most;
        this.mayStart = mayStart;
        this.executor = executor;
    }

    /** The pool is unbounded: this class bounds the number of busy threads. */
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
     * Runs {@code work} as soon as a thread is available.
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
                // If the JVM can't start a thread, this throws, and the work keeps its place in the queue.
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

    /** Does not wait. A thread that is looking up a host name ends when the lookup ends. */
    @Override
    public void close() {
        if (executor instanceof ExecutorService threads) {
            threads.shutdownNow();
        }
    }

    private record Turn(Runnable work, BooleanSupplier hangs) {}
}
