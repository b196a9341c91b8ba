package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionPage;
import java.util.List;
import java.util.Optional;

/**
 * One pass over a part of a stream. It decides which requests to send, accepts their responses in any order, and returns what
 * they prove. It sends nothing itself. Not thread-safe.
 */
public interface Pass {

    /** The next request to send; empty if none is needed before another response arrives. */
    Optional<PageRequest> nextRequest();

    /** Accepts the response to a request. A response that is no longer needed is ignored. */
    void received(PageRequest request, SessionPage response);

    /** Accepts that a request has no usable response: the API rejects it, it keeps failing, or its response can't be read. */
    void unavailable(PageRequest request);

    /** The next segment; empty if more responses are needed first. */
    Optional<Segment> nextSegment();

    /** Whether the last segment was returned. */
    boolean isDone();

    /** The inconsistencies found since the last call, each a sentence without a full stop. */
    default List<String> takeInconsistencies() {
        return List.of();
    }
}
