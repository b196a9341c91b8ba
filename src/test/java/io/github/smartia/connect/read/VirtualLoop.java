package io.github.smartia.connect.read;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A deterministic event loop in virtual time, which passes only on request. */
public final class VirtualLoop implements EventLoop {

    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparingLong(Step::at).thenComparingLong(Step::number));
    private long now;
    private long number;

    @Override
    public void execute(Runnable step) {
        schedule(step, Duration.ZERO);
    }

    @Override
    public void schedule(Runnable step, Duration delay) {
        steps.add(new Step(now + delay.toNanos(), number++, step));
    }

    @Override
    public Instant maxApiTime() {
        return Instant.MAX;
    }

    @Override
    public long nanoTime() {
        return now;
    }

    /** Runs the steps due within {@code time}, and advances the clock by it. */
    public void pass(Duration time) {
        long until = now + time.toNanos();
        while (!steps.isEmpty() && steps.peek().at <= until) {
            Step next = steps.remove();
            now = next.at;
            next.step.run();
        }
        now = until;
    }

    /** Drops all steps, like a killed process. */
    void kill() {
        steps.clear();
    }

    private record Step(long at, long number, Runnable step) {}
}
