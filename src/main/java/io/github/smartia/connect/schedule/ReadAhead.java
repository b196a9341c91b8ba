package io.github.smartia.connect.schedule;

/**
 * How many pages the streams of a task may request or hold at once, shared equally among those that read a backlog. All of it
 * happens on the event loop.
 */
public final class ReadAhead {

    private final int pages;
    private final int most;
    private int readers;

    /**
     * @param pages of all streams together, about: each may have one in any case
     * @param most of one stream
     */
    public ReadAhead(int pages, int most) {
        this.pages = pages;
        this.most = most;
    }

    void begin() {
        readers++;
    }

    void end() {
        readers--;
    }

    /** How many pages one stream may request or hold now. */
    public int each() {
        return Math.max(1, Math.min(most, pages / Math.max(1, readers)));
    }
}
