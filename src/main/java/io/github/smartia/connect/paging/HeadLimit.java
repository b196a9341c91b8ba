package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionQuery;

/**
 * How many sessions the page from the anchor is to hold. Where a response can't be read, it is asked for in halves, down to
 * one session. Then that one is passed by, or a few, provided that the next can be read: while nothing can be read, nothing
 * is left out. Not thread-safe.
 */
final class HeadLimit {

    private static final int MOST_PASSED_BY = 10;

    private final int usual;
    private int limit;
    private int passedBy;

    HeadLimit(int usual) {
        this.usual = usual;
        this.limit = usual;
    }

    SessionQuery applyTo(SessionQuery query) {
        return query.withLimit(limit).skipping(passedBy);
    }

    int sessions() {
        return limit;
    }

    void failed() {
        if (limit > 1) {
            limit /= 2;
        } else {
            passedBy = (passedBy + 1) % MOST_PASSED_BY;
        }
    }

    /** The next page is to hold as many sessions as one can. */
    void widen() {
        limit = SessionQuery.MAX_LIMIT;
    }

    void succeeded() {
        limit = limit > usual ? usual : Math.min(usual, limit * 2);
        passedBy = 0;
    }
}
