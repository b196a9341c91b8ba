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
 * What was read and waits for {@code poll()}. Bounded, as a whole and for each organisation: readers ask for room before they
 * publish, and must be told when there is room again. Safe for use by several threads.
 */
public final class BatchQueue {

    /** Each holds an offset, which may be larger than its sessions. */
    private static final int MAX_BATCHES = 40;

    /** How many records are taken at once, unless one batch has more. */
    private static final int MAX_RECORDS = 2_000;

    /** A worker that is paused, or that can't write to Kafka, does not poll. */
    private static final Duration PAUSED_AFTER = Duration.ofSeconds(3);

    private final int capacity;
    private final int share;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private final Map<String, Integer> sessionsOf = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final Deque<StreamFailedException> failures = new ArrayDeque<>();
    private int sessions;
    private long lastPoll = System.nanoTime();

    /**
     * @param capacity in sessions; the last batch may go over it
     * @param share how many of them may be of one organisation
     */
    public BatchQueue(int capacity, int share) {
        this.capacity = capacity;
        this.share = share;
    }

    synchronized boolean hasRoom(String organisation) {
        return !failed.contains(organisation) && hasRoom() && sessionsOf.getOrDefault(organisation, 0) < share;
    }

    private boolean hasRoom() {
        return sessions < capacity && batches.size() < MAX_BATCHES;
    }

    /** Whether more may be requested: there is room, and somebody polls. */
    public synchronized boolean isDrained() {
        return hasRoom() && System.nanoTime() - lastPoll < PAUSED_AFTER.toNanos();
    }

    synchronized void add(Batch batch) {
        int size = batch.entries().size();
        batches.add(batch);
        sessionsOf.merge(batch.organisation(), size, Integer::sum);
        sessions += size;
        notifyAll();
    }

    /** Reading an organisation has come to an end: after its last batch, {@link #poll} throws {@code cause}. */
    public synchronized void fail(StreamFailedException cause) {
        if (failed.add(cause.organisation())) {
            failures.add(cause);
            notifyAll();
        }
    }

    /**
     * Waits for batches, and takes them, up to about two thousand records.
     *
     * @return empty if none came within {@code patience}
     * @throws StreamFailedException what reading an organisation failed with, once all of its batches were taken; those of
     *     others stay for the next time
     */
    public synchronized List<Batch> poll(Duration patience) throws InterruptedException {
        lastPoll = System.nanoTime();
        long deadline = lastPoll + patience.toNanos();
        for (long rest = patience.toNanos(); isEmpty() && rest > 0; rest = deadline - System.nanoTime()) {
            wait(Math.max(1, rest / 1_000_000));
        }
        if (!failures.isEmpty() && !sessionsOf.containsKey(failures.element().organisation())) {
            throw failures.remove();
        }
        return take();
    }

    private List<Batch> take() {
        List<Batch> taken = new ArrayList<>();
        int records = 0;
        while (!batches.isEmpty()
                && (taken.isEmpty() || records + batches.element().records() <= MAX_RECORDS)) {
            Batch next = batches.remove();
            taken.add(next);
            records += next.records();
            int size = next.entries().size();
            sessions -= size;
            sessionsOf.merge(next.organisation(), -size, Integer::sum);
            sessionsOf.remove(next.organisation(), 0);
        }
        return taken;
    }

    private boolean isEmpty() {
        return batches.isEmpty() && failures.isEmpty();
    }
}
