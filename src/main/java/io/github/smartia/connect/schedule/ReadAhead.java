package io.github.smartia.connect.schedule;

/**
 * How many pages the streams of a task may request or hold at once, divided equally among the streams that sweep. Used
 * on the event loop.
 */
public final class ReadAhead {

    private final int pages;
    private final int maxPerStream;
    private int sweeps;

    /**
     * @param pages the limit for all streams together; each stream may always have one
     * @param maxPerStream the limit for one stream
     */
    public ReadAhead(int pages, int maxPerStream) {
        this.pages = pages;
        this.maxPerStream = maxPerStream;
    }

    void begin() {
        sweeps++;
    }

    void end() {
        sweeps--;
    }

    /** How many pages one stream may request or hold now. */
    public int pagesPerStream() {
        return Math.max(1, Math.min(maxPerStream, pages / Math.max(1, sweeps)));
    }
}
