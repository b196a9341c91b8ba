package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionQuery;

/**
 * A request that a sweep wants made.
 *
 * @param rank about how many sessions of the sweep come before this page
 * @param anchorRank the rank of the page's date bound, from which its offset counts
 */
public record PageRequest(Kind kind, SessionQuery query, long rank, long anchorRank) {

    /** What a request is for. */
    enum Kind {
        /** The next page after what was handed over. */
        HEAD,
        /** A page further on, asked for before its forerunners were answered. */
        AHEAD,
        /** A page of the sessions that share one date. */
        TIES
    }
}
