package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.paging.PageRequest.Kind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The pages of a sweep that are requested or received and not yet given out, in the order of the stream. Their offsets
 * count from an anchor date, never from the start of history: deep ones are slow, or refused. Not thread-safe.
 */
final class PageWindow {

    /** Smaller pages are read one after the other: overlaps would be most of them. */
    private static final int LEAST_PAGE_TO_READ_AHEAD = 8;

    private final SessionQuery page;
    private final IntSupplier maxPages;
    private final Supplier<Instant> apiTime;
    private final PageOverlap overlap;
    private final Deque<SweepPage> pages = new ArrayDeque<>();
    private long requests;

    /** The date that offsets count from, and its rank: about how many sessions of the sweep come before it. */
    private Instant anchor;

    private long anchorRank;
    /** Where the next page ahead begins, and where there is nothing more, as far as is known. */
    private long nextRank;

    private long endRank;
    private long total;
    private int pageSize;
    /** Deeper ones were refused. */
    private long maxOffset = Long.MAX_VALUE;

    private final HeadLimit headLimit;
    private boolean headNeeded = true;

    PageWindow(SessionQuery page, Instant anchor, IntSupplier maxPages, Supplier<Instant> apiTime) {
        this.page = page;
        this.anchor = anchor;
        this.maxPages = maxPages;
        this.apiTime = apiTime;
        this.overlap = new PageOverlap(page.limit());
        this.pageSize = page.limit();
        this.headLimit = new HeadLimit(page.limit());
    }

    /** How many sessions the API counts in the whole sweep. */
    long total() {
        return total;
    }

    /** About how many sessions of the sweep are still to be read, as the API counts them. */
    long remaining() {
        return Math.max(0, endRank - anchorRank);
    }

    Instant anchor() {
        return anchor;
    }

    /** How to ask for sessions within a second. */
    SessionQuery pageOfTies() {
        return page.withLimit(Math.min(page.limit(), headLimit.sessions()));
    }

    boolean isEmpty() {
        return pages.isEmpty();
    }

    boolean headNeeded() {
        return headNeeded;
    }

    /** The page from the anchor is to be requested next, again if need be. */
    void needHead() {
        headNeeded = true;
    }

    /** The same, with as many sessions as a page can hold. */
    void needWidestHead() {
        headLimit.widen();
        headNeeded = true;
    }

    /** The page from the anchor can't be read: fewer sessions may be, or those behind the first. */
    void headIsUnreadable() {
        pages.removeIf(slot -> slot.request().kind() == Kind.HEAD);
        headLimit.failed();
        headNeeded = true;
    }

    boolean aheadIsOfUse() {
        return pageSize >= LEAST_PAGE_TO_READ_AHEAD
                // A large group of ties, or a gap, may have brought the anchor beyond the pages that were requested.
                && nextRank > anchorRank
                && nextRank < endRank
                && nextRank - anchorRank <= maxOffset
                && pages.size() < maxPages.getAsInt();
    }

    PageRequest requestHead() {
        headNeeded = false;
        SessionQuery head = headLimit.applyTo(from(anchorRank));
        if (pages.isEmpty()) {
            nextRank = anchorRank + step();
        }
        PageRequest request = request(Kind.HEAD, head, anchorRank);
        pages.addFirst(new SweepPage(request, apiTime.get()));
        return request;
    }

    PageRequest requestAhead() {
        PageRequest request = request(Kind.AHEAD, from(nextRank), nextRank);
        nextRank += step();
        pages.addLast(new SweepPage(request, apiTime.get()));
        return request;
    }

    /** A request for a page that does not belong to the window. */
    PageRequest requestBeside(Kind kind, SessionQuery query) {
        return request(kind, query, anchorRank);
    }

    private PageRequest request(Kind kind, SessionQuery query, long rank) {
        return new PageRequest(requests++, kind, query, rank, anchorRank);
    }

    private int step() {
        return Math.max(1, pageSize - overlap.sessions());
    }

    private SessionQuery from(long rank) {
        SessionQuery from = anchor.equals(Instant.MIN) ? page : page.from(anchor);
        return from.skipping((int) (rank - anchorRank));
    }

    /** The response to a request; one that is of no more use is ignored. */
    void received(PageRequest request, SessionPage response) {
        pages.stream().filter(slot -> slot.request().equals(request)).forEach(slot -> {
            slot.receive(response);
            endRank = request.anchorRank() + response.total();
            total = request.anchorRank() == 0 ? response.total() : total;
            if (!slot.isLast()) {
                learnPageSize(slot);
            }
        });
    }

    private void learnPageSize(SweepPage slot) {
        pageSize = slot.entries().size();
        if (slot == pages.getLast()) {
            nextRank = slot.request().rank() + step();
        }
    }

    /** A page ahead can't be had: those behind it are deeper, and can't either. */
    void refused(PageRequest request) {
        if (pages.stream().anyMatch(slot -> slot.request().equals(request))) {
            pages.removeIf(slot -> slot.request().rank() >= request.rank());
            maxOffset = request.query().offset() - 1L;
            nextRank = request.rank();
        }
    }

    /** The first page, if it was received. */
    Optional<SweepPage> poll() {
        return headNeeded || pages.isEmpty() || !pages.getFirst().isReceived()
                ? Optional.empty()
                : Optional.of(pages.removeFirst());
    }

    /** Something may lie before {@code slot}: it is read by a page from the anchor. */
    void readGapBefore(SweepPage slot) {
        overlap.seamBroke();
        headNeeded = true;
        pages.addFirst(slot);
    }

    /** Offsets count from {@code date} on, which comes after about {@code rank} sessions. */
    void moveTo(Instant date, long rank) {
        overlap.seamHeld();
        headLimit.succeeded();
        anchor = date;
        anchorRank = rank;
    }

    long anchorRank() {
        return anchorRank;
    }

    void clear() {
        pages.clear();
        nextRank = anchorRank;
    }
}
