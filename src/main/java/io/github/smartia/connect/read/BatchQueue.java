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
 * Batches that wait for {@code poll()}. Bounded, as a whole and for each organisation: publishers check for room first,
 * and are resumed after {@code poll()} has made room. Thread-safe.
 */
public final class BatchQueue {

    /** Each batch holds an offset, which may be larger than its sessions. */
    private static final int MAX_BATCHES = 40;

    /** The maximum number of records that one poll returns, unless a single batch has more. */
    private static final int MAX_RECORDS = 2_000;

    private static final int MAX_SHARES = 8;

    /** After this time without a poll, the connector is assumed to be paused, or the worker unable to write to Kafka. */
    private static final Duration PAUSED_AFTER = Duration.ofSeconds(3);

    private final int capacity;
    private final int organisationCapacity;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private final Map<String, Integer> sessionsOf = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final Deque<StreamFailedException> failures = new ArrayDeque<>();
    private int sessions;
    private long lastPoll = System.nanoTime();

    /**
     * @param capacity in sessions; the last batch may exceed it
     * @param organisationCapacity the part of it that one organisation may use
     */
    public BatchQueue(int capacity, int organisationCapacity) {
        this.capacity = capacity;
        this.organisationCapacity = organisationCapacity;
    }

    /**
     * A queue that holds enough to publish while the next pages arrive. Each organisation may use an equal share of it, but at
     * least an eighth.
     */
    public static BatchQueue of(int organisations) {
        return new BatchQueue(MAX_RECORDS, MAX_RECORDS / Math.min(MAX_SHARES, organisations));
    }

    synchronized boolean hasRoom(String organisation) {
        return !failed.contains(organisation)
                && hasRoom()
                && sessionsOf.getOrDefault(organisation, 0) < organisationCapacity;
    }

    private boolean hasRoom() {
        return sessions < capacity && batches.size() < MAX_BATCHES;
    }

    /** Whether requests may be sent: there is room, and {@code poll()} is being called. */
    public synchronized boolean mayRequest() {
        return hasRoom() && System.nanoTime() - lastPoll < PAUSED_AFTER.toNanos();
    }

    synchronized void add(Batch batch) {
        int size = batch.entries().size();
        batches.add(batch);
        sessionsOf.merge(batch.organisation(), size, Integer::sum);
        sessions += size;
        notifyAll();
    }

    /** Makes {@link #poll} throw {@code cause} after the last batch of the organisation. */
    public synchronized void fail(StreamFailedException cause) {
        if (failed.add(cause.organisation())) {
            failures.add(cause);
            notifyAll();
        }
    }

    /**
     * Waits for batches and takes them, up to about 2,000 records.
     *
     * @return empty if no batch arrived within {@code timeout}
     * @throws StreamFailedException if an organisation has failed and all of its batches were taken; the batches of others stay
     *     in the queue
     */
    public synchronized List<Batch> poll(Duration timeout) throws InterruptedException {
        lastPoll = System.nanoTime();
        long deadline = lastPoll + timeout.toNanos();
        for (long remaining = timeout.toNanos(); isEmpty() && remaining > 0; remaining = deadline - System.nanoTime()) {
            wait(Math.max(1, remaining / 1_000_000));
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
