package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The first part of a sweep: about one page from a date on, and at least the whole second of that date. Not thread-safe. */
public final class PartialSweep implements Pass {

    private final Sweep sweep;
    private final Instant end;
    private Instant coveredTo;

    /**
     * @param baseQuery the query for a page, without bounds
     * @param from the first date; {@link Instant#MIN} for all of history
     * @param apiTime a lower bound of the API's time; {@link Instant#MIN} if unknown
     */
    public PartialSweep(SessionQuery baseQuery, Instant from, Supplier<Instant> apiTime) {
        this.sweep = new Sweep(baseQuery, from, () -> 1, apiTime);
        // Bounds of requests are whole seconds: a pass that ended within one would begin there again.
        this.end = from.equals(Instant.MIN)
                ? from.plusMillis(1)
                : sweep.requestedFrom().plusSeconds(1);
        this.coveredTo = from;
    }

    /** The lower bound of the first request: the beginning of the second in which the pass begins. */
    public Instant requestedFrom() {
        return sweep.requestedFrom();
    }

    /** How many sessions the API counts from {@link #requestedFrom} to the open end. */
    public long total() {
        return sweep.total();
    }

    /** The first date that was not read. */
    public Instant coveredTo() {
        return coveredTo;
    }

    @Override
    public boolean isDone() {
        return !coveredTo.isBefore(end) || sweep.isDone();
    }

    @Override
    public Optional<PageRequest> nextRequest() {
        return isDone() ? Optional.empty() : sweep.nextRequest();
    }

    @Override
    public void received(PageRequest request, SessionPage response) {
        sweep.received(request, response);
    }

    @Override
    public void unavailable(PageRequest request) {
        sweep.unavailable(request);
    }

    @Override
    public Optional<Segment> nextSegment() {
        Optional<Segment> segment = isDone() ? Optional.empty() : sweep.nextSegment();
        segment.ifPresent(some -> coveredTo = some.coveredTo());
        return segment;
    }

    @Override
    public List<String> takeInconsistencies() {
        return sweep.takeInconsistencies();
    }
}
