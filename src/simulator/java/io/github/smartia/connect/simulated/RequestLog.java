package io.github.smartia.connect.simulated;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The requests so far, whatever their response. Thread-safe. */
public final class RequestLog {

    /** Enough for any test. A quickstart may run for months, so the number is bounded. */
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

    /** The number of requests since the start, or since {@link #clear}. */
    public synchronized long count() {
        return count;
    }

    /** The latest 100,000 requests, in the order of their arrival. */
    public synchronized List<Request> all() {
        return List.copyOf(latest);
    }

    /** The number of requests that have no complete response yet and whose connection is still open. */
    public synchronized int concurrent() {
        return inFlight;
    }

    public synchronized int maxConcurrent() {
        return mostInFlight;
    }

    /** Clears the log and the count. Requests in flight still count as concurrent. */
    public synchronized void clear() {
        latest.clear();
        count = 0;
        mostInFlight = inFlight;
    }
}
