package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.paging.PageRequest.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * One pass over a stream, from a date to the open end, by several requests at once. The package's documentation says
 * what a page proves. A sweep says which requests to make, takes their responses in whatever order they come, and gives
 * out the sessions in the order of the stream. It makes no requests itself, and is not thread-safe.
 */
public final class Sweep implements Pass {

    /** How often the same is tried before reading goes on past it. */
    static final int ATTEMPTS = 3;

    private final SessionQuery page;
    private final Instant from;
    private final PageWindow window;
    private final HeldPages held = new HeldPages();
    private final SecondsReadAlone seconds;
    private final PassedOver passedOver = new PassedOver();
    private Optional<Segment> cutShort = Optional.empty();

    /** All sessions before this date were given out. */
    private Instant frontier;

    /** The last page ends in the second of the frontier: only pages that follow it, or that second as a whole, will do. */
    private boolean stuck;

    /** What a page from the anchor must show again. */
    private Set<String> shownBefore = Set.of();

    private int emptyHeads;
    private boolean done;

    /**
     * @param page how to ask for pages, without bounds
     * @param from the first date; {@link Instant#MIN} for all of history
     * @param maxPages how many pages may be requested or kept at once, at least 1
     * @param apiTime the latest time that the API is known to have reached; {@link Instant#MIN} where it is not known
     */
    public Sweep(SessionQuery page, Instant from, IntSupplier maxPages, Supplier<Instant> apiTime) {
        this.page = page;
        this.from = from;
        this.frontier = from;
        this.seconds = new SecondsReadAlone(apiTime);
        // An API may compare by whole seconds: bounds are on those wherever they can be.
        this.window = new PageWindow(page, secondOf(from), maxPages, apiTime);
    }

    private static Instant secondOf(Instant date) {
        return date.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The date that the API was asked from: the beginning of the second in which the sweep begins. */
    public Instant askedFrom() {
        return secondOf(from);
    }

    /** How many sessions the API counts from there on; 0 before its first response. */
    public long total() {
        return window.total();
    }

    /** About how many of them are still to be read. */
    public long remaining() {
        return window.remaining();
    }

    @Override
    public boolean done() {
        return done;
    }

    @Override
    public List<String> takePassedOver() {
        return passedOver.take();
    }

    @Override
    public Optional<PageRequest> nextRequest() {
        if (done) {
            return Optional.empty();
        }
        if (seconds.isReading()) {
            return seconds.nextRequest(window);
        }
        if (window.headNeeded()) {
            return Optional.of(requestHead());
        }
        return window.aheadIsOfUse() ? Optional.of(window.requestAhead()) : Optional.empty();
    }

    private PageRequest requestHead() {
        stuck = false;
        boolean onWholeSecond = window.anchor().equals(secondOf(window.anchor()));
        shownBefore = onWholeSecond ? Set.of() : held.idsAt(window.anchor());
        held.clear();
        return window.requestHead();
    }

    @Override
    public void received(PageRequest request, SessionPage response) {
        seconds.received(request, response);
        window.received(request, response);
    }

    /** Plain requests must do instead, or such for fewer sessions. */
    @Override
    public void refused(PageRequest request) {
        if (request.kind() == Kind.HEAD) {
            window.headIsUnreadable();
        } else if (seconds.awaits(request)) {
            cutShort = seconds.refused(frontier);
            window.clear();
            window.needHead();
        } else {
            window.refused(request);
            readOn();
        }
    }

    @Override
    public Optional<Segment> next() {
        if (cutShort.isPresent()) {
            Optional<Segment> segment = cutShort;
            cutShort = Optional.empty();
            return segment;
        }
        while (!done && !seconds.isReading()) {
            Optional<SweepPage> slot = window.poll();
            if (slot.isEmpty()) {
                return Optional.empty();
            }
            Optional<Segment> segment = next(slot.get());
            readOn();
            if (segment.isPresent()) {
                return segment;
            }
        }
        return nextOfSecond();
    }

    /** Without a page in the window, decides what to request next. */
    private void readOn() {
        if (done || seconds.isReading() || !window.isEmpty() || window.headNeeded()) {
            return;
        }
        if (!stuck) {
            window.needHead();
        } else if (!window.aheadIsOfUse()) {
            readSecondAlone();
        }
    }

    private Optional<Segment> next(SweepPage slot) {
        if (slot.request().kind() == Kind.HEAD) {
            return nextOfHead(slot);
        }
        if (slot.lastDate().isBefore(frontier) && !slot.isLast()) {
            // A group of ties has brought the frontier beyond it.
            return Optional.empty();
        }
        if (slot.beginsBefore(frontier)) {
            // It shows all by itself: what pages before it show beyond its end may lack what came in between.
            held.clear();
            return advanceBy(slot);
        }
        if (held.last().filter(slot::continues).isPresent()) {
            return advanceBy(slot);
        }
        if (stuck) {
            readSecondAlone();
        } else {
            window.readGapBefore(slot);
        }
        return Optional.empty();
    }

    private Optional<Segment> nextOfHead(SweepPage slot) {
        Optional<Instant> unfinished = seconds.takeUnfinished();
        if (unfinished.isPresent() && !slot.entries().isEmpty()) {
            readAgain(unfinished.get());
            return Optional.empty();
        }
        emptyHeads = slot.hidesAll() ? emptyHeads + 1 : 0;
        if (slot.hidesAll() && emptyHeads < ATTEMPTS) {
            window.needHead();
            return Optional.empty();
        }
        if (!shownBefore.isEmpty() && !slot.showsAnyOf(shownBefore) && !seconds.haveFailed()) {
            held.add(slot);
            readSecondAlone();
            return Optional.empty();
        }
        if (slot.showsNoDate() && !slot.isLast()) {
            return readWiderPageFor(slot);
        }
        if (slot.request().query().offset() > 0) {
            passedOver.unreadable(slot.request().query().offset(), window.anchor());
        }
        if (slot.hidesAll()) {
            passedOver.hidden(slot.counted(), window.anchor());
        }
        return advanceBy(slot);
    }

    private Optional<Segment> readWiderPageFor(SweepPage slot) {
        boolean isWidest = slot.request().query().limit() == SessionQuery.MAX_LIMIT;
        if (!isWidest) {
            window.needWidestHead();
            return Optional.empty();
        }
        if (slot.entries().size() == SessionQuery.MAX_LIMIT) {
            throw MalformedSessionException.allUndated(SessionStream.of(page.status()), slot.first());
        }
        passedOver.undated(slot.counted(), slot.entries().size(), window.anchor());
        held.add(slot);
        done = true;
        return Optional.of(held.takeAllFrom(frontier, Instant.MAX));
    }

    private Optional<Segment> advanceBy(SweepPage slot) {
        Instant end = slot.coveredTo();
        boolean advances = end.isAfter(frontier);
        held.add(slot);
        if (advances) {
            return Optional.of(advanceTo(end, slot));
        }
        stuck = true;
        if (seconds.haveFailed()) {
            return Optional.of(passOver(slot));
        }
        return held.size() > TieReader.MAX_HELD ? Optional.of(held.takeAllFrom(frontier, frontier)) : Optional.empty();
    }

    private Segment advanceTo(Instant end, SweepPage slot) {
        Segment segment = held.take(frontier, end);
        stuck = segment.entries().isEmpty();
        endOrMoveTo(end, slot);
        return segment;
    }

    private void endOrMoveTo(Instant end, SweepPage slot) {
        done = slot.isLast();
        if (!done) {
            moveTo(end, slot.request().rank() + slot.before(end));
        }
    }

    private void moveTo(Instant date, long rank) {
        seconds.moved(frontier, date);
        frontier = date;
        window.moveTo(date, rank);
    }

    /** The second can't be read as a whole: by its single dates, as far as they differ. */
    private Segment passOver(SweepPage slot) {
        Instant last = slot.lastDate();
        Instant behind = last.equals(frontier)
                ? frontier.plusMillis(1)
                : secondOf(frontier).plusSeconds(1);
        Instant end = last.isAfter(frontier) ? last : behind;
        if (!last.isAfter(frontier)) {
            passedOver.rejected(frontier);
        }
        Segment segment = held.takeAllFrom(frontier, end);
        stuck = false;
        endOrMoveTo(end, slot);
        return segment;
    }

    /** Sessions of that second may have come after it was read alone, and before those of the next. */
    private void readAgain(Instant second) {
        frontier = second;
        window.clear();
        window.moveTo(second, seconds.rankOfUnfinished());
        readSecondAlone();
    }

    private void readSecondAlone() {
        seconds.start(window.pageOfTies(), frontier, held.apiTime());
    }

    private Optional<Segment> nextOfSecond() {
        Optional<Segment> segment = seconds.next(frontier).map(some -> some.with(held.takeUndated()));
        seconds.takeComplete(window.anchorRank()).ifPresent(this::moveBehind);
        return segment;
    }

    private void moveBehind(TieReader complete) {
        if (complete.isDoubtful()) {
            passedOver.missing(complete.counted(), complete.seen(), complete.second());
        }
        stuck = false;
        held.clear();
        moveTo(complete.end(), window.anchorRank() + complete.seen());
        readOn();
    }
}
