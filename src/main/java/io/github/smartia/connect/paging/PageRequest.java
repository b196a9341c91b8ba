package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionQuery;

/**
 * A request of a pass.
 *
 * @param number unique within the pass
 * @param rank about how many sessions of the pass come before this page
 * @param anchorRank the rank of the page's date bound, from which its offset counts
 */
public record PageRequest(long number, Kind kind, SessionQuery query, long rank, long anchorRank) {

    /** The purpose of a request. */
    public enum Kind {
        /** The page from the anchor: a plain request. */
        HEAD,
        /** A later page, requested before the response to the pages before it. */
        READ_AHEAD,
        /** A page of the sessions within one second. */
        TIES,
        /** The newest sessions, latest first. */
        NEWEST
    }
}
