package io.github.smartia.connect.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * One thread that waits for sockets and timers and runs what they call for. Requests that wait for simulated latency
 * thus cost no thread each. All methods but {@link #close} are for that thread, or for the time before {@link #start}.
 */
final class EventLoop implements AutoCloseable {

    private record Timer(long dueNanos, long order, Runnable task) {}

    private static final Comparator<Timer> SOONEST_FIRST =
            Comparator.comparingLong(Timer::dueNanos).thenComparingLong(Timer::order);

    private final long epoch = System.nanoTime();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(SOONEST_FIRST);
    private final Selector selector;
    private final Thread thread;
    private long timersSoFar;
    private volatile boolean closed;

    EventLoop(String name) throws IOException {
        selector = Selector.open();
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Runs {@code whenReady} each time the channel is ready for an operation its key is interested in. */
    SelectionKey register(SelectableChannel channel, int operations, Runnable whenReady) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, operations, whenReady);
    }

    /** Runs {@code task} after {@code delay}; at once, on the caller's stack, where there is none. */
    void schedule(Duration delay, Runnable task) {
        schedule(now(), delay, task);
    }

    /** As {@link #schedule(Duration, Runnable)}, but counts from {@code start}, a time of {@link #now}. */
    void schedule(long start, Duration delay, Runnable task) {
        if (delay.isZero()) {
            task.run();
        } else {
            timers.add(new Timer(start + delay.toNanos(), timersSoFar++, task));
        }
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(key -> ((Runnable) key.attachment()).run(), millisToNextTimer());
                runDueTimers();
            }
            closeChannels();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long millisToNextTimer() {
        Timer next = timers.peek();
        return next == null ? 0 : Math.max(1, (next.dueNanos - now() + 999_999) / 1_000_000);
    }

    private void runDueTimers() {
        long now = now();
        while (!timers.isEmpty() && timers.peek().dueNanos <= now) {
            timers.remove().task.run();
        }
    }

    /** In nanoseconds since the loop was made. */
    long now() {
        return System.nanoTime() - epoch;
    }

    private void closeChannels() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /** Closes all channels and ends the thread. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
