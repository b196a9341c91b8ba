package io.github.smartia.connect.read;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was read and waits to be fetched. Bounded, as a whole and for each organisation: readers ask for room before they
 * read on, and must be told when there is room again. Safe for use by several threads.
 */
public final class Outbox {

    /** Each holds offsets, which may be larger than its sessions. */
    private static final int MAX_DELIVERIES = 100;

    /** How many records are fetched at once, unless one delivery has more. */
    private static final int MAX_RECORDS = 2_000;

    private final int capacity;
    private final int share;
    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    private final Map<String, Integer> entriesOf = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final Deque<StreamFailedException> untold = new ArrayDeque<>();
    private int entries;

    /** @param capacity in sessions; the last delivery may go over it */
    public Outbox(int capacity) {
        this(capacity, capacity);
    }

    /**
     * @param capacity in sessions; the last delivery may go over it
     * @param share how many of them may be of one organisation
     */
    public Outbox(int capacity, int share) {
        this.capacity = capacity;
        this.share = share;
    }

    synchronized boolean hasRoom(String organisation) {
        return !failed.contains(organisation)
                && entries < capacity
                && deliveries.size() < MAX_DELIVERIES
                && entriesOf.getOrDefault(organisation, 0) < share;
    }

    synchronized void add(Delivery delivery) {
        int size = delivery.entries().size();
        deliveries.add(delivery);
        entriesOf.merge(delivery.organisation(), size, Integer::sum);
        entries += size;
        notifyAll();
    }

    /** Reading an organisation has come to an end: after what it added before, {@link #fetch} throws {@code cause}. */
    synchronized void fail(StreamFailedException cause) {
        if (failed.add(cause.organisation())) {
            untold.add(cause);
            notifyAll();
        }
    }

    /**
     * Waits for something to be there, and takes it, up to about two thousand records.
     *
     * @return empty if nothing came within {@code patience}
     * @throws StreamFailedException what reading an organisation failed with, once everything that it had added was
     *     fetched; what others have added stays for the next time
     */
    public synchronized List<Delivery> fetch(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long rest = patience.toNanos(); nothingHere() && rest > 0; rest = deadline - System.nanoTime()) {
            wait(Math.max(1, rest / 1_000_000));
        }
        if (!untold.isEmpty() && !entriesOf.containsKey(untold.element().organisation())) {
            throw untold.remove();
        }
        return take();
    }

    private List<Delivery> take() {
        List<Delivery> taken = new ArrayList<>();
        int records = 0;
        while (!deliveries.isEmpty()
                && (taken.isEmpty() || records + deliveries.element().records() <= MAX_RECORDS)) {
            Delivery next = deliveries.remove();
            taken.add(next);
            records += next.records();
            int size = next.entries().size();
            entries -= size;
            entriesOf.merge(next.organisation(), -size, Integer::sum);
            entriesOf.remove(next.organisation(), 0);
        }
        return taken;
    }

    private boolean nothingHere() {
        return deliveries.isEmpty() && untold.isEmpty();
    }
}
