package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.paging.PageRequest.Kind;
import java.time.Instant;
import java.util.Optional;

/**
 * One plain request, which is retried until the API responds. It returns no sessions: it only shows that other requests may be
 * tried again. Not thread-safe.
 */
public final class FirstResponse implements Pass {

    private final PageRequest request;
    private boolean requested;
    private boolean done;

    /**
     * @param baseQuery the query for a page, without bounds
     * @param from the first date of interest; {@link Instant#MIN} for all of history
     */
    public FirstResponse(SessionQuery baseQuery, Instant from) {
        SessionQuery query = from.equals(Instant.MIN) ? baseQuery : baseQuery.from(Sweep.secondOf(from));
        this.request = new PageRequest(0, Kind.HEAD, query, 0, 0);
    }

    @Override
    public Optional<PageRequest> nextRequest() {
        Optional<PageRequest> next = requested ? Optional.empty() : Optional.of(request);
        requested = true;
        return next;
    }

    @Override
    public void received(PageRequest ignored, SessionPage response) {
        done = true;
    }

    @Override
    public void unavailable(PageRequest ignored) {
        done = true;
    }

    @Override
    public Optional<Segment> nextSegment() {
        return Optional.empty();
    }

    @Override
    public boolean isDone() {
        return done;
    }
}
