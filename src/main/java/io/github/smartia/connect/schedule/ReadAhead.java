package io.github.smartia.connect.schedule;

import java.util.HashSet;
import java.util.Set;

/**
 * How many pages the streams of a task may request or hold at once, divided equally among the streams that sweep. Used
 * on the event loop.
 */
public final class ReadAhead {

    /** Sessions that all streams of a task together may read ahead. */
    private static final int MAX_SESSIONS = 16_000;

    private final int pages;
    private final int maxPerStream;
    private final Set<Object> sweeping = new HashSet<>();

    /**
     * @param pages the limit for all streams together; each stream may always have one
     * @param maxPerStream the limit for one stream
     */
    public ReadAhead(int pages, int maxPerStream) {
        this.pages = pages;
        this.maxPerStream = maxPerStream;
    }

    /**
     * A stream may hold twice as many pages as it may request at once, plus one. Thus one slow response does not hold up other
     * requests.
     */
    public static ReadAhead of(int maxConcurrentRequests, int pageSize) {
        return new ReadAhead(MAX_SESSIONS / pageSize, 2 * maxConcurrentRequests + 1);
    }

    /** @param stream the stream that sweeps from now on; has no effect if it already does */
    void begin(Object stream) {
        sweeping.add(stream);
    }

    void end(Object stream) {
        sweeping.remove(stream);
    }

    /** How many pages one stream may request or hold now. */
    public int pagesPerStream() {
        return Math.max(1, Math.min(maxPerStream, pages / Math.max(1, sweeping.size())));
    }
}
