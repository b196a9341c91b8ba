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
 * The pages of a sweep that are in flight or received and not yet processed, in the order of the stream. Offsets count
 * from an anchor date that moves with the sweep, since deep offsets are slow or rejected. Not thread-safe.
 */
final class PageWindow {

    /** Smaller pages are read one after the other: most of their sessions would be overlap. */
    private static final int MIN_PAGE_SIZE_TO_READ_AHEAD = 8;

    private final SessionQuery baseQuery;
    private final IntSupplier maxPages;
    private final Supplier<Instant> apiTime;
    private final PageOverlap overlap;
    private final Deque<SweepPage> pages = new ArrayDeque<>();
    private long requests;

    /** The date that offsets count from. */
    private Instant anchor;

    /**
     * Ranks count sessions of the sweep. This one counts those before the anchor, {@code nextRank} those before the next page
     * ahead, and {@code endRank} all of them.
     */
    private long anchorRank;

    private long nextRank;
    private long endRank;
    private long total;
    private int pageSize;
    /** Deeper offsets are unavailable. */
    private long maxOffset = Long.MAX_VALUE;

    private final HeadPageSize headSize;
    private boolean headNeeded = true;

    PageWindow(SessionQuery baseQuery, Instant anchor, IntSupplier maxPages, Supplier<Instant> apiTime) {
        this.baseQuery = baseQuery;
        this.anchor = anchor;
        this.maxPages = maxPages;
        this.apiTime = apiTime;
        this.overlap = new PageOverlap(baseQuery.limit());
        this.pageSize = baseQuery.limit();
        this.headSize = new HeadPageSize(baseQuery.limit());
    }

    long total() {
        return total;
    }

    long remaining() {
        return Math.max(0, endRank - anchorRank);
    }

    Instant anchor() {
        return anchor;
    }

    /** The query for a page of ties, without bounds. */
    SessionQuery tieQuery() {
        return baseQuery.withLimit(Math.min(baseQuery.limit(), headSize.sessions()));
    }

    boolean isEmpty() {
        return pages.isEmpty();
    }

    boolean headNeeded() {
        return headNeeded;
    }

    /** Makes the page from the anchor the next request. */
    void needHead() {
        headNeeded = true;
    }

    /** Makes the page from the anchor the next request, as large as the API allows. */
    void needLargestHead() {
        headSize.setToLargest();
        headNeeded = true;
    }

    /** Makes the page from the anchor the next request, with fewer sessions or without the first ones. */
    void headUnavailable() {
        pages.removeIf(page -> page.request().kind() == Kind.HEAD);
        headSize.failed();
        headNeeded = true;
    }

    /** Whether the sessions before a head page may be skipped. Otherwise they are requested once more. */
    boolean maySkip() {
        return headSize.maySkip();
    }

    boolean canReadAhead() {
        return pageSize >= MIN_PAGE_SIZE_TO_READ_AHEAD
                // A dense second or a gap may have moved the anchor beyond the requested pages.
                && nextRank > anchorRank
                && nextRank < endRank
                && nextRank - anchorRank <= maxOffset
                && pages.size() < maxPages.getAsInt();
    }

    PageRequest requestHead() {
        headNeeded = false;
        SessionQuery head = headSize.applyTo(from(anchorRank));
        if (pages.isEmpty()) {
            nextRank = anchorRank + step();
        }
        PageRequest request = request(Kind.HEAD, head, anchorRank);
        pages.addFirst(new SweepPage(request, apiTime.get()));
        return request;
    }

    PageRequest requestPageAhead() {
        PageRequest request = request(Kind.READ_AHEAD, from(nextRank), nextRank);
        nextRank += step();
        pages.addLast(new SweepPage(request, apiTime.get()));
        return request;
    }

    /** A request for a page of ties, which is not part of the window. */
    PageRequest requestTies(SessionQuery query) {
        return request(Kind.TIES, query, anchorRank);
    }

    private PageRequest request(Kind kind, SessionQuery query, long rank) {
        return new PageRequest(requests++, kind, query, rank, anchorRank);
    }

    private int step() {
        return Math.max(1, pageSize - overlap.sessions());
    }

    private SessionQuery from(long rank) {
        SessionQuery from = anchor.equals(Instant.MIN) ? baseQuery : baseQuery.from(anchor);
        return from.withOffset((int) (rank - anchorRank));
    }

    /** Accepts the response to a request of the window. A response that is no longer needed is ignored. */
    void received(PageRequest request, SessionPage response) {
        pages.stream().filter(page -> page.request().equals(request)).forEach(page -> {
            page.receive(response);
            endRank = request.anchorRank() + response.total();
            total = request.anchorRank() == 0 ? response.total() : total;
            if (!page.isLast()) {
                learnPageSize(page);
            }
        });
    }

    private void learnPageSize(SweepPage page) {
        pageSize = page.entries().size();
        if (page == pages.getLast()) {
            nextRank = page.request().rank() + step();
        }
    }

    /** Drops an unavailable page ahead and those after it, whose offsets are deeper. */
    void unavailable(PageRequest request) {
        if (pages.stream().anyMatch(page -> page.request().equals(request))) {
            pages.removeIf(page -> page.request().rank() >= request.rank());
            maxOffset = request.query().offset() - 1L;
            nextRank = request.rank();
        }
    }

    /** Removes and returns the first page if it was received. */
    Optional<SweepPage> takeFirstReceived() {
        return headNeeded || pages.isEmpty() || !pages.getFirst().isReceived()
                ? Optional.empty()
                : Optional.of(pages.removeFirst());
    }

    /** Makes the page from the anchor the next request, since sessions may be missing before {@code page}. */
    void readGapBefore(SweepPage page) {
        overlap.disconnected();
        headNeeded = true;
        pages.addFirst(page);
    }

    /** Moves the anchor to {@code date}, which comes after about {@code rank} sessions. */
    void moveTo(Instant date, long rank) {
        overlap.connected();
        headSize.succeeded();
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
