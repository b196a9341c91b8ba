package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The beginning of a sweep: about one page of a stream from a date on, its whole second at least. Not thread-safe. */
public final class PartialSweep implements Pass {

    private final Sweep sweep;
    private final Instant end;
    private Instant coveredTo;

    /**
     * @param page how to ask for pages, without bounds
     * @param from the first date; {@link Instant#MIN} for all of history
     * @param apiTime the latest time that the API is known to have reached; {@link Instant#MIN} where it is not known
     */
    public PartialSweep(SessionQuery page, Instant from, Supplier<Instant> apiTime) {
        this.sweep = new Sweep(page, from, () -> 1, apiTime);
        // Bounds of requests lie on whole seconds: a pass that ended within one would begin there again.
        this.end = from.equals(Instant.MIN)
                ? from.plusMillis(1)
                : sweep.askedFrom().plusSeconds(1);
        this.coveredTo = from;
    }

    /** The date that the API was asked from: the beginning of the second in which the pass begins. */
    public Instant askedFrom() {
        return sweep.askedFrom();
    }

    /** How many sessions the API counts from there on, up to the open end. */
    public long total() {
        return sweep.total();
    }

    /** The first date that was not read. */
    public Instant coveredTo() {
        return coveredTo;
    }

    @Override
    public boolean done() {
        return !coveredTo.isBefore(end) || sweep.done();
    }

    @Override
    public Optional<PageRequest> nextRequest() {
        return done() ? Optional.empty() : sweep.nextRequest();
    }

    @Override
    public void received(PageRequest request, SessionPage response) {
        sweep.received(request, response);
    }

    @Override
    public void refused(PageRequest request) {
        sweep.refused(request);
    }

    @Override
    public Optional<Segment> next() {
        Optional<Segment> segment = done() ? Optional.empty() : sweep.next();
        segment.ifPresent(some -> coveredTo = some.coveredTo());
        return segment;
    }

    @Override
    public List<String> takePassedOver() {
        return sweep.takePassedOver();
    }
}
