package io.github.smartia.connect.simulated;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs tasks at scheduled times on its own thread. No task runs after {@link #close} has returned. */
public final class Timetable implements AutoCloseable {

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread school = new Thread(task, "simulated-school");
        school.setDaemon(true);
        return school;
    });

    /** Runs {@code task} immediately, then at this interval. */
    public void every(Duration pause, Runnable task) {
        Future<?> unused = thread.scheduleAtFixedRate(task, 0, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    public void later(Duration delay, Runnable task) {
        Future<?> unused = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
