package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionQuery;

/**
 * A request that a sweep wants made.
 *
 * @param number differs from that of every other request of the sweep
 * @param rank about how many sessions of the sweep come before this page
 * @param anchorRank the rank of the page's date bound, from which its offset counts
 */
public record PageRequest(long number, Kind kind, SessionQuery query, long rank, long anchorRank) {

    /** What a request is for. */
    public enum Kind {
        /** The next page after what was given out: a plain request. */
        HEAD,
        /** A page further on, requested before the response to those before it. */
        AHEAD,
        /** A page of the sessions within one second. */
        TIES,
        /** The newest sessions, latest first. */
        NEWEST
    }
}
