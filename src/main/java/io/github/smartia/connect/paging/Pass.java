package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionPage;
import java.util.List;
import java.util.Optional;

/**
 * A plan for reading a part of a stream. It says which requests to make, takes their responses in whatever order they come,
 * and gives out what they prove. It makes no requests itself, and is not thread-safe.
 */
public interface Pass {

    /** The next request to make, if one more is of use now. */
    Optional<PageRequest> nextRequest();

    /** The response to a request; one that is of no more use is ignored. */
    void received(PageRequest request, SessionPage response);

    /**
     * A request can't be had: the API refuses it, fails again and again, or its response can't be read however often it is
     * requested.
     */
    void refused(PageRequest request);

    /** The next segment, as far as responses have come. */
    Optional<Segment> next();

    /** Whether the last segment was given out. */
    boolean done();

    /** What could not be read although the API counts it, each place once: a sentence without a full stop. */
    List<String> takePassedOver();
}
