package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One pass over a stream, from a date to the open end, by several requests at once. The package's documentation says
 * what a page proves. A sweep says which requests to make, takes their answers in whatever order they come, and gives
 * out the sessions in the order of the stream. It makes no requests itself, and is not thread-safe.
 */
public final class Sweep {

    /** Smaller pages are read one after the other: overlaps would be most of them. */
    private static final int LEAST_PAGE_TO_READ_AHEAD = 8;

    private final SessionQuery page;
    private final Instant from;
    private final int maxPages;
    private final LongSupplier nanoTime;
    private final PageOverlap overlap;
    private final Deque<SweepPage> window = new ArrayDeque<>();

    /** All sessions before this date were given out; about {@code frontierRank} of them in this sweep. */
    private Instant frontier;

    private long frontierRank;
    /** Where the next page ahead starts, and where there is nothing more, as far as is known. */
    private long nextRank;

    private long endRank;
    private int pageSize;
    private boolean headNeeded = true;
    /** A page from the frontier told no date: more sessions must be seen at once. */
    private boolean widestPageNeeded;

    private Optional<TieReader> ties = Optional.empty();
    private boolean done;

    /**
     * @param page how to ask for pages, without bounds
     * @param from the first date; {@link Instant#MIN} for all of history
     * @param maxPages how many pages may be asked for or kept at once
     * @param nanoTime a clock that only ever goes forward
     */
    public Sweep(SessionQuery page, Instant from, int maxPages, LongSupplier nanoTime) {
        this.page = page;
        this.from = from;
        this.frontier = from;
        this.maxPages = maxPages;
        this.nanoTime = nanoTime;
        this.overlap = new PageOverlap(page.limit());
        this.pageSize = page.limit();
    }

    /** Where the sweep began. */
    public Instant from() {
        return from;
    }

    /** About how many sessions the API counts from there on. */
    public long total() {
        return endRank;
    }

    /** How many sessions the API puts on a page: it may be fewer than were asked for. */
    public int pageSize() {
        return pageSize;
    }

    /** Whether the last piece was given out. */
    public boolean done() {
        return done;
    }

    /**
     * The next request to make, if one more is of use now.
     *
     * @throws InconsistentResponsesException if answers contradict each other; the sweep is then of no more use
     */
    public Optional<PageRequest> nextAsk() {
        if (done) {
            return Optional.empty();
        }
        if (ties.isPresent()) {
            return ties.get().nextAsk();
        }
        if (headNeeded) {
            return Optional.of(askForHead());
        }
        return pageAheadIsOfUse() ? Optional.of(askAhead()) : Optional.empty();
    }

    /** As {@link #nextAsk}, where no more is to be asked for than it takes to give out what was answered. */
    public Optional<PageRequest> nextAskToFinish() {
        return holdsNothing() || !(headNeeded || ties.isPresent()) ? Optional.empty() : nextAsk();
    }

    /** Whether no page is kept or under way. */
    public boolean holdsNothing() {
        return window.isEmpty() && ties.isEmpty();
    }

    private boolean pageAheadIsOfUse() {
        return page.limit() >= LEAST_PAGE_TO_READ_AHEAD
                // A large tie group, or a gap, may have brought the frontier beyond the pages that were asked for.
                && nextRank > frontierRank
                && nextRank < endRank
                && window.size() < maxPages;
    }

    private PageRequest askForHead() {
        headNeeded = false;
        SessionQuery query = pageFrom(frontierRank);
        SessionQuery head = widestPageNeeded ? query.withLimit(SessionQuery.MAX_LIMIT) : query;
        PageRequest ask = new PageRequest(PageRequest.Kind.HEAD, head, frontierRank, frontierRank);
        if (window.isEmpty()) {
            nextRank = frontierRank + page.limit() - overlap.sessions();
        }
        window.addFirst(new SweepPage(ask, nanoTime.getAsLong()));
        return ask;
    }

    private PageRequest askAhead() {
        PageRequest ask = new PageRequest(PageRequest.Kind.AHEAD, pageFrom(nextRank), nextRank, frontierRank);
        nextRank += page.limit() - overlap.sessions();
        window.addLast(new SweepPage(ask, nanoTime.getAsLong()));
        return ask;
    }

    /** Offsets count from the frontier, never from the start of history: deep ones are slow, or refused. */
    private SessionQuery pageFrom(long rank) {
        SessionQuery from = frontier.equals(Instant.MIN) ? page : page.from(frontier);
        return from.skipping((int) (rank - frontierRank));
    }

    public void answered(PageRequest ask, SessionPage answer) {
        if (ask.kind() == PageRequest.Kind.TIES) {
            ties.filter(group -> group.asked(ask)).ifPresent(group -> group.answered(answer));
            return;
        }
        endRank = ask.anchorRank() + answer.total();
        pageSize = Math.min(pageSize, answer.limit());
        window.stream().filter(slot -> slot.ask().equals(ask)).forEach(slot -> slot.fill(answer));
    }

    /** The next piece, as far as answers have come. */
    public Optional<Segment> next() {
        while (!done
                && !headNeeded
                && ties.isEmpty()
                && !window.isEmpty()
                && window.getFirst().answered()) {
            Optional<Segment> chunk = next(window.removeFirst());
            headNeeded |= window.isEmpty() && !done;
            if (chunk.isPresent()) {
                return chunk;
            }
        }
        return ties.filter(TieReader::complete).map(this::endOfTies);
    }

    private Optional<Segment> next(SweepPage slot) {
        if (!slot.joinsUpWith(frontier)) {
            readGapBefore(slot);
            return Optional.empty();
        }
        if (slot.coveredTo().isAfter(frontier)) {
            return Optional.of(advanceBy(slot));
        }
        if (slot.showsNoDate()) {
            readWiderPageFor(slot);
            return Optional.empty();
        }
        if (slot.ask().kind() == PageRequest.Kind.HEAD) {
            if (slot.coveredTo().isBefore(frontier)) {
                throw new InconsistentResponsesException("the API was asked for later sessions and shows earlier ones");
            }
            ties = Optional.of(new TieReader(page, frontier, slot.askedAt()));
        }
        return Optional.empty();
    }

    private void readGapBefore(SweepPage slot) {
        overlap.seamBroke();
        headNeeded = true;
        window.addFirst(slot);
    }

    private void readWiderPageFor(SweepPage slot) {
        if (slot.ask().query().limit() == SessionQuery.MAX_LIMIT) {
            throw MalformedSessionException.allUndated(SessionStream.of(page.status()), slot.first());
        }
        widestPageNeeded = true;
        headNeeded = true;
    }

    private Segment advanceBy(SweepPage slot) {
        overlap.seamHeld();
        widestPageNeeded = false;
        Segment chunk = slot.chunk(frontier);
        done = slot.isLast();
        frontier = chunk.coveredTo();
        frontierRank = slot.ask().rank() + slot.before(frontier);
        return chunk;
    }

    private Segment endOfTies(TieReader group) {
        Segment chunk = group.chunk();
        ties = Optional.empty();
        frontier = chunk.coveredTo();
        frontierRank += chunk.entries().size();
        headNeeded = window.isEmpty();
        return chunk;
    }
}
