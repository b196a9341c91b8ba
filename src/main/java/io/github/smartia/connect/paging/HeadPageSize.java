package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionQuery;

/**
 * How many sessions to request in the page from the anchor. If a page can't be read, half as many sessions are requested, down
 * to one. Then up to nine sessions are skipped, but only if the next session can be read: if no response can be read, no
 * session is skipped. Not thread-safe.
 */
final class HeadPageSize {

    private static final int MAX_SKIPPED = 10;

    private final int configured;
    private int sessions;
    private int skipped;
    /** Whether a response could be read since the first session was skipped, so that the API is not down. */
    private boolean apiResponds;

    HeadPageSize(int configured) {
        this.configured = configured;
        this.sessions = configured;
    }

    SessionQuery applyTo(SessionQuery query) {
        return query.withLimit(sessions).withOffset(skipped);
    }

    int sessions() {
        return sessions;
    }

    void failed() {
        if (sessions > 1) {
            sessions /= 2;
        } else {
            skipped = (skipped + 1) % MAX_SKIPPED;
            apiResponds &= skipped > 0;
        }
    }

    /**
     * Notes that the page after the skipped sessions can be read.
     *
     * @return whether they may be skipped; otherwise they are requested once more, since the API may only just have recovered
     */
    boolean maySkip() {
        if (!apiResponds) {
            apiResponds = true;
            skipped = 0;
            return false;
        }
        return true;
    }

    void setToLargest() {
        sessions = SessionQuery.MAX_LIMIT;
    }

    void succeeded() {
        sessions = sessions > configured ? configured : Math.min(configured, sessions * 2);
        skipped = 0;
        apiResponds = false;
    }
}
