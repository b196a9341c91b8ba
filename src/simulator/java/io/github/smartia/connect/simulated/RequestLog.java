package io.github.smartia.connect.simulated;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The requests so far, whatever their response. Safe for use by several threads. */
public final class RequestLog {

    /** Enough for any test; a quickstart may run for months. */
    private static final int KEPT = 100_000;

    private final Deque<Request> latest = new ArrayDeque<>();
    private long count;
    private int inFlight;
    private int mostInFlight;

    RequestLog() {}

    synchronized void arrived(Request request) {
        count++;
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
        latest.add(request);
        if (latest.size() > KEPT) {
            latest.remove();
        }
    }

    synchronized void ended() {
        inFlight--;
    }

    /** How many have arrived since the start, or since {@link #clear}. */
    public synchronized long count() {
        return count;
    }

    /** In the order of their arrival; the latest 100,000. */
    public synchronized List<Request> all() {
        return List.copyOf(latest);
    }

    /** How many have neither their response yet nor lost their connection. */
    public synchronized int concurrent() {
        return inFlight;
    }

    public synchronized int maxConcurrent() {
        return mostInFlight;
    }

    /** Forgets all but what is in flight. */
    public synchronized void clear() {
        latest.clear();
        count = 0;
        mostInFlight = inFlight;
    }
}
