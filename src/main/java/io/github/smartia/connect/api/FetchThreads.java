package io.github.smartia.connect.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The threads on which all keys of a task make their requests: a bounded number, started on demand and ended when idle.
 * First come, first served, except that keys whose host hangs share a quarter of the threads. Safe for use by several
 * threads.
 */
public final class FetchThreads implements AutoCloseable {

    private static final int IDLE_SECONDS = 10;

    private final int most;
    private final int mostHanging;
    private final Executor executor;
    private final Runnable shutdown;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private final BooleanSupplier mayStart;
    private int busy;
    private int busyHanging;

    /**
     * @param most at least 1
     * @param mayStart whether work may be started now; {@link #resume} must be called when it may again
     */
    public FetchThreads(int most, BooleanSupplier mayStart) {
        this(most, mayStart, threads(most));
    }

    private FetchThreads(int most, BooleanSupplier mayStart, ThreadPoolExecutor threads) {
        this(most, mayStart, threads, threads::shutdownNow);
    }

    FetchThreads(int most, BooleanSupplier mayStart, Executor executor, Runnable shutdown) {
        this.most = most;
        this.mostHanging = Math.max(1, most / 4);
        this.mayStart = mayStart;
        this.executor = executor;
        this.shutdown = shutdown;
    }

    private static ThreadPoolExecutor threads(int most) {
        AtomicInteger started = new AtomicInteger();
        ThreadFactory factory = work -> {
            Thread thread = new Thread(work, "smart-ia-fetch-" + started.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                most,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                factory,
                new ThreadPoolExecutor.DiscardPolicy());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * Does {@code work} as soon as there is a thread for it.
     *
     * @param hangs whether the latest request of this key got no response
     */
    void submit(Runnable work, BooleanSupplier hangs) {
        synchronized (this) {
            waiting.add(new Turn(work, hangs));
        }
        startWork();
    }

    /** Work may be started again. */
    public void resume() {
        startWork();
    }

    private void startWork() {
        for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
            executor.execute(next.get());
        }
    }

    private synchronized Optional<Runnable> next() {
        Iterator<Turn> turns = waiting.iterator();
        while (busy < most && turns.hasNext() && mayStart.getAsBoolean()) {
            Turn turn = turns.next();
            boolean hangs = turn.hangs().getAsBoolean();
            if (!hangs || busyHanging < mostHanging) {
                turns.remove();
                count(1, hangs);
                return Optional.of(() -> run(turn.work(), hangs));
            }
        }
        return Optional.empty();
    }

    private void run(Runnable work, boolean hangs) {
        try {
            work.run();
        } finally {
            count(-1, hangs);
            startWork();
        }
    }

    private synchronized void count(int change, boolean hangs) {
        busy += change;
        busyHanging += hangs ? change : 0;
    }

    /** Waits for nothing: a thread that looks up a host name ends when that does. */
    @Override
    public void close() {
        shutdown.run();
    }

    private record Turn(Runnable work, BooleanSupplier hangs) {}
}
