package io.github.smartia.connect.read;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was read and waits to be fetched. Bounded: readers ask for room before they read on, and must be told when there
 * is room again. Safe for use by several threads.
 */
public final class Outbox {

    /** Each holds offsets, which may be larger than its sessions. */
    private static final int MAX_DELIVERIES = 100;

    private final int capacity;
    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private int entries;
    private Optional<RuntimeException> failure = Optional.empty();

    /** @param capacity in sessions; the last delivery may go over it */
    public Outbox(int capacity) {
        this.capacity = capacity;
    }

    synchronized boolean hasRoom() {
        return failure.isEmpty() && entries < capacity && deliveries.size() < MAX_DELIVERIES;
    }

    synchronized void add(Delivery delivery) {
        deliveries.add(delivery);
        entries += delivery.entries().size();
        notifyAll();
    }

    /** Reading has come to an end: after what was added before, {@link #fetch} throws {@code cause}. */
    synchronized void fail(RuntimeException cause) {
        failure = failure.or(() -> Optional.of(cause));
        notifyAll();
    }

    /**
     * Waits for something to be there, and takes all of it.
     *
     * @return empty if nothing came within {@code patience}
     * @throws RuntimeException what reading failed with, once everything before it was fetched
     */
    public synchronized List<Delivery> fetch(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long rest = patience.toNanos(); nothingHere() && rest > 0; rest = deadline - System.nanoTime()) {
            wait(Math.max(1, rest / 1_000_000));
        }
        if (deliveries.isEmpty() && failure.isPresent()) {
            throw failure.get();
        }
        List<Delivery> fetched = new ArrayList<>(deliveries);
        deliveries.clear();
        entries = 0;
        return fetched;
    }

    private boolean nothingHere() {
        return deliveries.isEmpty() && failure.isEmpty();
    }
}
