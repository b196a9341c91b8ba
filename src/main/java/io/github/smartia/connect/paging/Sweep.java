package io.github.smartia.connect.paging;

import static io.github.smartia.connect.paging.SortProof.secondOf;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.paging.PageRequest.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * One pass over a stream from a date to the open end, with several requests in flight. Returns the sessions in the order of the
 * stream. The package documentation says what a page proves.
 */
public final class Sweep implements Pass {

    /** How often the same request is tried before reading continues past it. */
    static final int ATTEMPTS = 3;

    private final SessionStream stream;
    private final Instant from;
    private final PageWindow window;
    private final HeldPages held = new HeldPages();
    private final DenseSeconds dense;
    private final Inconsistencies inconsistencies = new Inconsistencies();
    /** What was seen of a dense second that can't be read completely. */
    private Optional<Segment> partOfSecond = Optional.empty();

    /** All sessions before this date were returned. */
    private Instant frontier;

    /** The last page ends in the second of the frontier: only a page connected to it, or the whole second, helps. */
    private boolean stalled;

    /** One of these sessions must be shown again by the page from the anchor. */
    private Set<String> expectedIds = Set.of();

    private int emptyHeads;
    private boolean done;

    /**
     * @param baseQuery the query for a page, without bounds
     * @param from the first date; {@link Instant#MIN} for all of history
     * @param maxPages how many pages may be in flight or held at once, at least 1
     * @param apiTime a lower bound of the API's time; {@link Instant#MIN} if unknown
     */
    public Sweep(SessionQuery baseQuery, Instant from, IntSupplier maxPages, Supplier<Instant> apiTime) {
        this.stream = SessionStream.of(baseQuery.status());
        this.from = from;
        this.frontier = from;
        this.dense = new DenseSeconds(apiTime);
        // An API may compare by whole seconds, so bounds are whole seconds wherever possible.
        this.window = new PageWindow(baseQuery, secondOf(from), maxPages, apiTime);
    }

    /** The lower bound of the first request: the beginning of the second in which the sweep begins. */
    public Instant requestedFrom() {
        return secondOf(from);
    }

    /** How many sessions the API counts from {@link #requestedFrom} on; 0 before the first response. */
    public long total() {
        return window.total();
    }

    /** About how many of the counted sessions remain to be read. */
    public long remaining() {
        return window.remaining();
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public List<String> takeInconsistencies() {
        return inconsistencies.take();
    }

    @Override
    public Optional<PageRequest> nextRequest() {
        if (done) {
            return Optional.empty();
        }
        if (dense.isReading()) {
            return dense.nextRequest(window);
        }
        if (window.headNeeded()) {
            return Optional.of(requestHead());
        }
        return window.canReadAhead() ? Optional.of(window.requestPageAhead()) : Optional.empty();
    }

    private PageRequest requestHead() {
        stalled = false;
        boolean onWholeSecond = window.anchor().equals(secondOf(window.anchor()));
        expectedIds = onWholeSecond ? Set.of() : held.idsAt(window.anchor());
        held.clear();
        return window.requestHead();
    }

    @Override
    public void received(PageRequest request, SessionPage response) {
        dense.received(request, response);
        window.received(request, response);
    }

    /** Plain requests replace an unavailable one; an unavailable plain request is replaced by smaller ones. */
    @Override
    public void unavailable(PageRequest request) {
        if (request.kind() == Kind.HEAD) {
            window.headUnavailable();
        } else if (dense.hasInFlight(request)) {
            partOfSecond = dense.unavailable(frontier);
            window.clear();
            window.needHead();
        } else {
            window.unavailable(request);
            chooseNextRequest();
        }
    }

    @Override
    public Optional<Segment> nextSegment() {
        if (partOfSecond.isPresent()) {
            Optional<Segment> segment = partOfSecond;
            partOfSecond = Optional.empty();
            return segment;
        }
        while (!done && !dense.isReading()) {
            Optional<SweepPage> page = window.takeFirstReceived();
            if (page.isEmpty()) {
                return Optional.empty();
            }
            Optional<Segment> segment = process(page.get());
            chooseNextRequest();
            if (segment.isPresent()) {
                return segment;
            }
        }
        return nextOfDenseSecond();
    }

    /** Decides what to request next if no page is in flight or waiting. */
    private void chooseNextRequest() {
        if (done || dense.isReading() || !window.isEmpty() || window.headNeeded()) {
            return;
        }
        if (!stalled) {
            window.needHead();
        } else if (!window.canReadAhead()) {
            readDenseSecond();
        }
    }

    private Optional<Segment> process(SweepPage page) {
        if (page.request().kind() == Kind.HEAD) {
            return processHead(page);
        }
        if (page.lastDate().isBefore(frontier) && !page.isLast()) {
            // A dense second has moved the frontier beyond this page.
            return Optional.empty();
        }
        if (page.beginsBefore(frontier)) {
            // The page is complete by itself. What earlier pages show beyond its end may lack newer sessions.
            held.clear();
            return advanceBy(page);
        }
        if (held.last().filter(page::continues).isPresent()) {
            return advanceBy(page);
        }
        if (stalled) {
            readDenseSecond();
        } else {
            window.readGapBefore(page);
        }
        return Optional.empty();
    }

    private Optional<Segment> processHead(SweepPage page) {
        Optional<Instant> second = dense.takeSecondToReread();
        if (second.isPresent() && !page.entries().isEmpty()) {
            reread(second.get());
            return Optional.empty();
        }
        emptyHeads = page.showsNone() ? emptyHeads + 1 : 0;
        if (page.showsNone() && emptyHeads < ATTEMPTS) {
            window.needHead();
            return Optional.empty();
        }
        if (!expectedIds.isEmpty() && !page.showsAnyOf(expectedIds) && !dense.mustReadByDate()) {
            held.add(page);
            readDenseSecond();
            return Optional.empty();
        }
        if (page.isUndated() && !page.isLast()) {
            return processUndatedHead(page);
        }
        if (page.request().query().offset() > 0) {
            inconsistencies.unreadable(page.request().query().offset(), window.anchor());
        }
        if (page.showsNone()) {
            inconsistencies.hidden(page.total(), window.anchor());
        }
        return advanceBy(page);
    }

    private Optional<Segment> processUndatedHead(SweepPage page) {
        boolean isLargest = page.request().query().limit() == SessionQuery.MAX_LIMIT;
        if (!isLargest) {
            window.needLargestHead();
            return Optional.empty();
        }
        if (page.entries().size() == SessionQuery.MAX_LIMIT) {
            throw MalformedSessionException.allUndated(stream, page.first());
        }
        inconsistencies.undated(page.total(), page.entries().size(), window.anchor());
        held.add(page);
        done = true;
        return Optional.of(held.takeAllFrom(frontier, Instant.MAX));
    }

    private Optional<Segment> advanceBy(SweepPage page) {
        Instant end = page.coveredTo();
        boolean advances = end.isAfter(frontier);
        held.add(page);
        if (advances) {
            return Optional.of(advanceTo(end, page));
        }
        stalled = true;
        if (dense.mustReadByDate()) {
            return Optional.of(advanceByDate(page));
        }
        return held.size() > TieReader.MAX_HELD ? Optional.of(held.takeAllFrom(frontier, frontier)) : Optional.empty();
    }

    private Segment advanceTo(Instant end, SweepPage page) {
        Segment segment = held.take(frontier, end);
        stalled = segment.entries().isEmpty();
        endOrMoveTo(end, page);
        return segment;
    }

    private void endOrMoveTo(Instant end, SweepPage page) {
        done = page.isLast();
        if (!done) {
            moveTo(end, page.request().rank() + page.countBefore(end));
        }
    }

    private void moveTo(Instant date, long rank) {
        dense.frontierMoves(frontier, date);
        frontier = date;
        window.moveTo(date, rank);
    }

    /** Advances within a second that can't be read as a whole, by its single dates as far as they differ. */
    private Segment advanceByDate(SweepPage page) {
        Instant last = page.lastDate();
        Instant next = last.equals(frontier)
                ? frontier.plusMillis(1)
                : secondOf(frontier).plusSeconds(1);
        Instant end = last.isAfter(frontier) ? last : next;
        if (!last.isAfter(frontier)) {
            inconsistencies.rejected(frontier);
        }
        Segment segment = held.takeAllFrom(frontier, end);
        stalled = false;
        endOrMoveTo(end, page);
        return segment;
    }

    /** Reads a dense second again: sessions may have been added to it after it was read and before those of the next second. */
    private void reread(Instant second) {
        frontier = second;
        window.clear();
        window.moveTo(second, dense.rankToReread());
        readDenseSecond();
    }

    private void readDenseSecond() {
        dense.start(window.tieQuery(), frontier, held.apiTime());
    }

    private Optional<Segment> nextOfDenseSecond() {
        Optional<Segment> segment = dense.nextSegment(frontier).map(some -> some.with(held.takeUndated()));
        dense.takeComplete(window.anchorRank()).ifPresent(this::moveAfter);
        return segment;
    }

    private void moveAfter(TieReader second) {
        if (second.showsFewerThanCounted()) {
            inconsistencies.missing(second.total(), second.seen(), second.second());
        }
        stalled = false;
        held.clear();
        moveTo(second.end(), window.anchorRank() + second.seen());
        chooseNextRequest();
    }
}
