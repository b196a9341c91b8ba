package io.github.smartia.connect.paging;

/**
 * How many sessions a page that is requested ahead shares with the page before it. The overlap must contain dates of two
 * different seconds, or so many sessions that the same order is no coincidence. Otherwise it proves nothing. It should be no
 * larger than the ties in the data require, since its sessions are read twice. Not thread-safe.
 */
final class PageOverlap {

    private static final int MIN = 4;
    /** A smaller overlap is tried after this number of connected pages in a row. */
    private static final int CONNECTED_UNTIL_SMALLER = 16;

    private final int max;
    private int sessions = MIN;
    private int connectedInARow;

    PageOverlap(int pageSize) {
        this.max = pageSize / 2;
    }

    int sessions() {
        return sessions;
    }

    void connected() {
        if (++connectedInARow >= CONNECTED_UNTIL_SMALLER) {
            sessions = Math.max(MIN, sessions / 2);
            connectedInARow = 0;
        }
    }

    void disconnected() {
        sessions = Math.min(max, sessions * 2);
        connectedInARow = 0;
    }
}
