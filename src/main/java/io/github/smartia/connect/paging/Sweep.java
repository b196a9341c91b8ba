package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.paging.PageRequest.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * One pass over a stream from a date to the open end, or over only the first part of that. Several requests may be in flight.
 * Returns the sessions in the order of the stream. The package documentation says what a page proves.
 */
public final class Sweep implements Pass {

    /** How often the same request is tried before reading continues past it. */
    static final int ATTEMPTS = 3;

    private final SessionStream stream;
    private final Instant from;
    private final Instant end;
    private final PageWindow window;
    private final HeldPages held = new HeldPages();
    private final DenseSeconds dense;
    private final List<String> inconsistencies = new ArrayList<>();
    /** What was seen of a dense second that can't be read completely. */
    private Optional<Segment> partOfSecond = Optional.empty();

    /** All sessions before this date were returned. */
    private Instant frontier;

    /**
     * Whether the last page ends in the second of the frontier. Then the frontier can advance only by a page connected to that
     * page, or by reading the whole second.
     */
    private boolean stalled;

    private int emptyHeads;

    /**
     * A pass to the open end of the stream.
     *
     * @param baseQuery the query for a page, without bounds
     * @param from the first date; {@link Instant#MIN} for all of history
     * @param maxPages how many pages may be in flight or held at once, at least 1
     * @param apiTime a lower bound of the API's time; {@link Instant#MIN} if unknown
     */
    public Sweep(SessionQuery baseQuery, Instant from, IntSupplier maxPages, Supplier<Instant> apiTime) {
        this(baseQuery, from, Instant.MAX, maxPages, apiTime);
    }

    /**
     * A pass over about one page, but at least the whole second of its first date. If it ended within that second, the next
     * pass would begin with the same second again.
     */
    public static Sweep ofOnePage(SessionQuery baseQuery, Instant from, Supplier<Instant> apiTime) {
        Instant end =
                from.equals(Instant.MIN) ? from.plusMillis(1) : secondOf(from).plusSeconds(1);
        return new Sweep(baseQuery, from, end, () -> 1, apiTime);
    }

    private Sweep(SessionQuery baseQuery, Instant from, Instant end, IntSupplier maxPages, Supplier<Instant> apiTime) {
        this.stream = SessionStream.of(baseQuery.status());
        this.from = from;
        this.end = end;
        this.frontier = from;
        this.dense = new DenseSeconds(apiTime);
        // An API may compare by whole seconds, so bounds are whole seconds wherever possible.
        this.window = new PageWindow(baseQuery, secondOf(from), maxPages, apiTime);
    }

    /** The beginning of the second of a date. */
    static Instant secondOf(Instant date) {
        return date.truncatedTo(ChronoUnit.SECONDS);
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

    /** The first date that was not read; {@link Instant#MAX} at the open end. */
    public Instant coveredTo() {
        return frontier;
    }

    @Override
    public boolean isDone() {
        return !frontier.isBefore(end);
    }

    @Override
    public List<String> takeInconsistencies() {
        List<String> taken = List.copyOf(inconsistencies);
        inconsistencies.clear();
        return taken;
    }

    @Override
    public Optional<PageRequest> nextRequest() {
        if (isDone()) {
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
        held.clear();
        return window.requestHead();
    }

    @Override
    public void received(PageRequest request, SessionPage response) {
        dense.received(request, response);
        window.received(request, response);
    }

    /** Replaces an unavailable request with plain requests, and an unavailable plain request with smaller ones. */
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
        while (!isDone() && !dense.isReading()) {
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
        if (isDone() || dense.isReading() || !window.isEmpty() || window.headNeeded()) {
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
        if (page.beginsBefore(secondOf(frontier))) {
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
        if (page.isUndated() && !page.isLast()) {
            return processUndatedHead(page);
        }
        int skipped = page.request().query().offset();
        if (skipped > 0 && !window.maySkip()) {
            window.needHead();
            return Optional.empty();
        }
        if (skipped > 0) {
            inconsistencies.add("the response for " + skipped + " sessions from " + window.anchor()
                    + " on can't be read, and they are skipped");
        }
        if (page.showsNone()) {
            inconsistencies.add(counted(page, " more") + "none of them");
        }
        return advanceBy(page);
    }

    private String counted(SweepPage page, String more) {
        return "the API counts " + page.total() + more + " sessions from " + window.anchor() + " on and shows ";
    }

    private Optional<Segment> processUndatedHead(SweepPage page) {
        boolean isLargest = page.request().query().limit() == SessionQuery.MAX_LIMIT;
        if (!isLargest) {
            window.needLargestHead();
            return Optional.empty();
        }
        if (page.entries().size() == SessionQuery.MAX_LIMIT) {
            throw MalformedSessionException.allUndated(
                    stream, page.entries().get(0).entry());
        }
        inconsistencies.add(counted(page, "") + page.entries().size() + ", all of them without a date");
        held.add(page);
        Segment segment = held.takeAllFrom(frontier, Instant.MAX);
        frontier = Instant.MAX;
        return Optional.of(segment);
    }

    private Optional<Segment> advanceBy(SweepPage page) {
        held.add(page);
        if (page.coveredTo().isAfter(frontier)) {
            return Optional.of(advanceTo(page.coveredTo(), page));
        }
        stalled = true;
        if (dense.mustReadByDate()) {
            return Optional.of(advanceByDate(page));
        }
        return held.areTooMany() ? Optional.of(held.takeAllFrom(frontier, frontier)) : Optional.empty();
    }

    private Segment advanceTo(Instant date, SweepPage page) {
        Segment segment = held.take(frontier, date);
        stalled = segment.entries().isEmpty();
        moveTo(date, page.request().rank() + page.countBefore(date));
        return segment;
    }

    private void moveTo(Instant date, long rank) {
        dense.frontierMoves(frontier, date);
        frontier = date;
        window.moveTo(date, rank);
    }

    /** Advances from date to date within a second that can't be read as a whole, as far as its dates differ. */
    private Segment advanceByDate(SweepPage page) {
        Instant last = page.lastDate();
        if (!last.isAfter(frontier) && window.anchor().isBefore(frontier)) {
            return requestFromFrontier(page);
        }
        Instant next = last.equals(frontier)
                ? frontier.plusMillis(1)
                : secondOf(frontier).plusSeconds(1);
        Instant date = last.isAfter(frontier) ? last : next;
        if (!last.isAfter(frontier)) {
            inconsistencies.add(
                    "the API shows a page of sessions dated " + frontier + " and rejects requests for the others");
        }
        Segment segment = held.takeAllFrom(frontier, date);
        stalled = false;
        moveTo(date, page.request().rank() + page.countBefore(date));
        return segment;
    }

    /** The page shows nothing after the date, within its second, at which the sweep began. */
    private Segment requestFromFrontier(SweepPage page) {
        stalled = false;
        held.clear();
        moveTo(frontier, page.request().rank() + page.countBefore(frontier));
        return new Segment(List.of(), frontier, frontier, page.apiTime());
    }

    /** Reads a dense second again: sessions may have been added to it after it was read and before the next second was read. */
    private void reread(Instant second) {
        frontier = second;
        window.clear();
        window.moveTo(second, window.anchorRank());
        readDenseSecond();
    }

    private void readDenseSecond() {
        dense.start(window.tieQuery(), frontier, held.apiTime());
    }

    private Optional<Segment> nextOfDenseSecond() {
        Optional<Segment> segment = dense.nextSegment(frontier).map(some -> some.with(held.takeUndated()));
        dense.takeComplete().ifPresent(this::moveAfter);
        return segment;
    }

    private void moveAfter(TieReader second) {
        second.inconsistency().ifPresent(inconsistencies::add);
        stalled = false;
        held.clear();
        moveTo(second.end(), window.anchorRank() + second.seen());
        chooseNextRequest();
    }
}
