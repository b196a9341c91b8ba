package io.github.smartia.connect.api;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer and its clock: time passes only when told to, and then whatever is due runs in its order on that thread. */
public final class VirtualTime extends ScheduledThreadPoolExecutor {

    private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>();
    // Near where a clock of longs turns over, as System.nanoTime may.
    private long now = Long.MAX_VALUE - TimeUnit.MINUTES.toNanos(1);
    private final long start = now;
    private long scheduled;

    public VirtualTime() {
        super(0);
    }

    public long nanoTime() {
        return now;
    }

    /** The time that has passed so far. */
    Duration passed() {
        return Duration.ofNanos(now - start);
    }

    public void pass(Duration time) {
        long end = now + time.toNanos();
        while (!tasks.isEmpty() && tasks.element().at - end <= 0) {
            Task<?> due = tasks.remove();
            now = due.at;
            due.run();
        }
        now = end;
    }

    /** How many tasks are waiting for their time. */
    long waiting() {
        return tasks.stream().filter(task -> !task.isCancelled()).count();
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        Task<V> task = new Task<>(callable, now + unit.toNanos(delay), scheduled++);
        tasks.add(task);
        return task;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return schedule(Executors.callable(command), delay, unit);
    }

    @Override
    public void execute(Runnable command) {
        schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public List<Runnable> shutdownNow() {
        tasks.clear();
        return super.shutdownNow();
    }

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {

        private final long at;
        private final long number;

        private Task(Callable<V> callable, long at, long number) {
            super(callable);
            this.at = at;
            this.number = number;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - now, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            Task<?> task = (Task<?>) other;
            return Comparator.<Task<?>>comparingLong(each -> each.at - now)
                    .thenComparingLong(each -> each.number)
                    .compare(this, task);
        }
    }
}
