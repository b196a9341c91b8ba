package io.github.smartia.connect.api;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which all keys of a task make their requests: a bounded number, started on demand and ended when idle.
 * First come, first served, except that keys whose host hangs share a quarter as many threads of their own. Safe for use
 * by several threads.
 */
public final class FetchThreads implements AutoCloseable {

    private static final int IDLE_SECONDS = 10;

    private final ExecutorService responding;
    private final ExecutorService hanging;

    /** @param most threads for keys whose host responds, at least 1 */
    public FetchThreads(int most) {
        this(executor("smart-ia-fetch-", most), executor("smart-ia-hanging-", hanging(most)));
    }

    FetchThreads(ExecutorService responding, ExecutorService hanging) {
        this.responding = responding;
        this.hanging = hanging;
    }

    /** How many requests may be in flight at once in all. */
    public static int inAll(int most) {
        return most + hanging(most);
    }

    private static int hanging(int most) {
        return Math.max(1, most / 4);
    }

    private static ExecutorService executor(String name, int most) {
        AtomicInteger started = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, name + started.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        threads.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        return threads;
    }

    /**
     * Does {@code work} as soon as there is a thread for it.
     *
     * @param hangs whether the latest request of this key got no response
     */
    void submit(Runnable work, boolean hangs) {
        (hangs ? hanging : responding).execute(work);
    }

    /** Waits for nothing: a thread that looks up a host name ends when that does. */
    @Override
    public void close() {
        responding.shutdownNow();
        hanging.shutdownNow();
    }
}
