package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.paging.PageRequest.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One request for the newest sessions of a stream. They are returned only if they are connected with what was read before;
 * otherwise a sweep must continue from the date up to which the stream was read. Not thread-safe.
 */
public final class NewestPage implements Pass {

    private final PageRequest request;
    private final Instant from;
    private final Instant readTo;
    private final Instant apiTime;
    private boolean requested;
    private boolean unavailable;
    private boolean received;
    private Optional<Segment> segment = Optional.empty();
    private Instant coveredFrom = Instant.MAX;
    private long total;

    /**
     * @param baseQuery the query for a page, without bounds
     * @param from the first date of interest; {@link Instant#MIN} for all of history
     * @param readTo the first date that was not read before
     * @param apiTime a lower bound of the API's time; {@link Instant#MIN} if unknown
     */
    public NewestPage(SessionQuery baseQuery, Instant from, Instant readTo, Instant apiTime) {
        Instant second = Sweep.secondOf(from);
        SessionQuery query = second.equals(Instant.MIN) ? baseQuery : baseQuery.from(second);
        this.request = new PageRequest(0, Kind.NEWEST, query.newestFirst(), 0, 0);
        this.from = from;
        this.readTo = readTo;
        this.apiTime = apiTime;
    }

    @Override
    public Optional<PageRequest> nextRequest() {
        Optional<PageRequest> next = requested ? Optional.empty() : Optional.of(request);
        requested = true;
        return next;
    }

    @Override
    public void received(PageRequest ignored, SessionPage response) {
        received = true;
        total = response.total();
        List<PositionedEntry> entries =
                PositionedEntry.all(response.entries(), request.query().dateField(), from);
        coveredFrom = coveredFrom(entries);
        if (isConnected()) {
            segment = Optional.of(new Segment(entries, Instant.MIN, Instant.MAX, apiTime).since(coveredFrom));
        }
    }

    /** More sessions of the oldest second may be on the next page, unless this page is the last. */
    private Instant coveredFrom(List<PositionedEntry> entries) {
        boolean isShort = entries.size() < request.query().limit();
        if (isShort && entries.size() >= total) {
            return from;
        }
        Instant provenFrom = entries.stream()
                .filter(PositionedEntry::hasOwnDate)
                .map(PositionedEntry::date)
                .min(Comparator.naturalOrder())
                .map(oldest -> Sweep.secondOf(oldest).plusSeconds(1))
                .orElse(Instant.MAX);
        return provenFrom.isBefore(from) ? from : provenFrom;
    }

    @Override
    public void unavailable(PageRequest ignored) {
        unavailable = true;
    }

    /** Whether the request had no usable response: the API may not list in descending order. */
    public boolean isUnavailable() {
        return unavailable;
    }

    /** Whether the page is connected with what was read before, so that the stream is read to its open end. */
    public boolean isConnected() {
        return !coveredFrom.isAfter(readTo);
    }

    /** The first date from which the page shows every session; {@link Instant#MAX} if it shows none. */
    public Instant coveredFrom() {
        return coveredFrom;
    }

    /** How many sessions the API counts from the second of the first date of interest to the open end. */
    public long total() {
        return total;
    }

    @Override
    public Optional<Segment> nextSegment() {
        Optional<Segment> next = segment;
        segment = Optional.empty();
        return next;
    }

    @Override
    public boolean isDone() {
        return unavailable || (received && segment.isEmpty());
    }
}
