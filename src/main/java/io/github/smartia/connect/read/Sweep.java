package io.github.smartia.connect.read;

import io.github.smartia.connect.api.SessionPage;
import io.github.smartia.connect.api.SessionQuery;
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
final class Sweep {

    /** Smaller pages are read one after the other: overlaps would be most of them. */
    private static final int LEAST_PAGE_TO_READ_AHEAD = 8;

    private final SessionQuery page;
    private final Instant from;
    private final int maxPages;
    private final LongSupplier nanoTime;
    private final Overlap overlap;
    private final Deque<PageSlot> window = new ArrayDeque<>();

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

    private Optional<TieGroup> ties = Optional.empty();
    private boolean done;

    /**
     * @param page how to ask for pages, without bounds
     * @param from the first date; {@link Instant#MIN} for all of history
     * @param maxPages how many pages may be asked for or kept at once
     * @param nanoTime a clock that only ever goes forward
     */
    Sweep(SessionQuery page, Instant from, int maxPages, LongSupplier nanoTime) {
        this.page = page;
        this.from = from;
        this.frontier = from;
        this.maxPages = maxPages;
        this.nanoTime = nanoTime;
        this.overlap = new Overlap(page.limit());
        this.pageSize = page.limit();
    }

    /** Where the sweep began. */
    Instant from() {
        return from;
    }

    /** About how many sessions the API counts from there on. */
    long total() {
        return endRank;
    }

    /** How many sessions the API puts on a page: it may be fewer than were asked for. */
    int pageSize() {
        return pageSize;
    }

    /** Whether the last piece was given out. */
    boolean done() {
        return done;
    }

    /**
     * The next request to make, if one more is of use now.
     *
     * @throws InconsistentAnswersException if answers contradict each other; the sweep is then of no more use
     */
    Optional<Ask> nextAsk() {
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
    Optional<Ask> nextAskToFinish() {
        return holdsNothing() || !(headNeeded || ties.isPresent()) ? Optional.empty() : nextAsk();
    }

    /** Whether no page is kept or under way. */
    boolean holdsNothing() {
        return window.isEmpty() && ties.isEmpty();
    }

    private boolean pageAheadIsOfUse() {
        return page.limit() >= LEAST_PAGE_TO_READ_AHEAD
                // A large tie group, or a gap, may have brought the frontier beyond the pages that were asked for.
                && nextRank > frontierRank
                && nextRank < endRank
                && window.size() < maxPages;
    }

    private Ask askForHead() {
        headNeeded = false;
        SessionQuery query = pageFrom(frontierRank);
        SessionQuery head = widestPageNeeded ? query.withLimit(SessionQuery.MAX_LIMIT) : query;
        Ask ask = new Ask(Ask.Kind.HEAD, head, frontierRank, frontierRank);
        if (window.isEmpty()) {
            nextRank = frontierRank + page.limit() - overlap.sessions();
        }
        window.addFirst(new PageSlot(ask, nanoTime.getAsLong()));
        return ask;
    }

    private Ask askAhead() {
        Ask ask = new Ask(Ask.Kind.AHEAD, pageFrom(nextRank), nextRank, frontierRank);
        nextRank += page.limit() - overlap.sessions();
        window.addLast(new PageSlot(ask, nanoTime.getAsLong()));
        return ask;
    }

    /** Offsets count from the frontier, never from the start of history: deep ones are slow, or refused. */
    private SessionQuery pageFrom(long rank) {
        SessionQuery from = frontier.equals(Instant.MIN) ? page : page.from(frontier);
        return from.skipping((int) (rank - frontierRank));
    }

    void answered(Ask ask, SessionPage answer) {
        if (ask.kind() == Ask.Kind.TIES) {
            ties.filter(group -> group.asked(ask)).ifPresent(group -> group.answered(answer));
            return;
        }
        endRank = ask.anchorRank() + answer.total();
        pageSize = Math.min(pageSize, answer.limit());
        window.stream().filter(slot -> slot.ask().equals(ask)).forEach(slot -> slot.fill(answer));
    }

    /** The next piece, as far as answers have come. */
    Optional<Chunk> next() {
        while (!done
                && !headNeeded
                && ties.isEmpty()
                && !window.isEmpty()
                && window.getFirst().answered()) {
            Optional<Chunk> chunk = next(window.removeFirst());
            headNeeded |= window.isEmpty() && !done;
            if (chunk.isPresent()) {
                return chunk;
            }
        }
        return ties.filter(TieGroup::complete).map(this::endOfTies);
    }

    private Optional<Chunk> next(PageSlot slot) {
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
        if (slot.ask().kind() == Ask.Kind.HEAD) {
            if (slot.coveredTo().isBefore(frontier)) {
                throw new InconsistentAnswersException("the API was asked for later sessions and shows earlier ones");
            }
            ties = Optional.of(new TieGroup(page, frontier, slot.askedAt()));
        }
        return Optional.empty();
    }

    private void readGapBefore(PageSlot slot) {
        overlap.seamBroke();
        headNeeded = true;
        window.addFirst(slot);
    }

    private void readWiderPageFor(PageSlot slot) {
        if (slot.ask().query().limit() == SessionQuery.MAX_LIMIT) {
            throw MalformedSessionException.allUndated(Stream.of(page.status()), slot.first());
        }
        widestPageNeeded = true;
        headNeeded = true;
    }

    private Chunk advanceBy(PageSlot slot) {
        overlap.seamHeld();
        widestPageNeeded = false;
        Chunk chunk = slot.chunk(frontier);
        done = slot.isLast();
        frontier = chunk.coveredTo();
        frontierRank = slot.ask().rank() + slot.before(frontier);
        return chunk;
    }

    private Chunk endOfTies(TieGroup group) {
        Chunk chunk = group.chunk();
        ties = Optional.empty();
        frontier = chunk.coveredTo();
        frontierRank += chunk.entries().size();
        headNeeded = window.isEmpty();
        return chunk;
    }
}
