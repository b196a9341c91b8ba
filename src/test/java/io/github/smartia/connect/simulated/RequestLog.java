package io.github.smartia.connect.simulated;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The requests so far, those that were refused or hit a fault included. Safe for use by several threads. */
public final class RequestLog {

    /** Enough for any test; a quickstart may run for months. */
    private static final int KEPT = 100_000;

    private final Deque<Request> latest = new ArrayDeque<>();
    private long count;
    private int underWay;
    private int mostUnderWay;

    RequestLog() {}

    synchronized void arrived(Request request) {
        count++;
        underWay++;
        mostUnderWay = Math.max(mostUnderWay, underWay);
        latest.add(request);
        if (latest.size() > KEPT) {
            latest.remove();
        }
    }

    synchronized void ended() {
        underWay--;
    }

    /** How many have arrived since the start, or since {@link #clear}. */
    public synchronized long count() {
        return count;
    }

    public synchronized long count(Predicate<Request> which) {
        return latest.stream().filter(which).count();
    }

    /** In the order of their arrival; the latest 100,000. */
    public synchronized List<Request> all() {
        return List.copyOf(latest);
    }

    /** How many have arrived and are not yet answered or given up. */
    public synchronized int concurrent() {
        return underWay;
    }

    public synchronized int maxConcurrent() {
        return mostUnderWay;
    }

    /** Forgets all but what is under way. */
    public synchronized void clear() {
        latest.clear();
        count = 0;
        mostUnderWay = underWay;
    }
}
