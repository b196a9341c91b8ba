package io.github.smartia.connect.schedule;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.read.StreamState;
import java.time.Instant;
import java.util.Optional;

/**
 * Chooses the page of the lookback to read again: the page at the watermark if it settles more than half a page; a page
 * with awaited results; or the next page in order. Not thread-safe.
 */
final class LookbackPages {

    private final StreamState state;
    private final int pageSize;
    private final AwaitedResults awaited = new AwaitedResults();
    private Reason reason = Reason.IN_ORDER;
    private Instant nextInOrder = Instant.MIN;
    private Instant nextAwaited = Instant.MIN;

    LookbackPages(StreamState state, int pageSize) {
        this.state = state;
        this.pageSize = pageSize;
    }

    /** Notes a publication of the stream. */
    void published(Entry entry) {
        if (state.stream().closesSessions() && entry instanceof Session session) {
            awaited.published(session);
        }
    }

    /**
     * Returns the date to read the next page from.
     *
     * @param end the sessions from this date on were just read
     */
    Instant next(Instant end) {
        if (settlesMuch()) {
            reason = Reason.SETTLES;
            return state.watermark();
        }
        Optional<Instant> result = reason == Reason.AWAITED ? Optional.empty() : firstAwaited(end);
        reason = result.isPresent() ? Reason.AWAITED : Reason.IN_ORDER;
        return result.orElseGet(() ->
                nextInOrder.isAfter(state.watermark()) && nextInOrder.isBefore(end) ? nextInOrder : state.watermark());
    }

    private boolean settlesMuch() {
        return state.published().countBetween(state.watermark(), state.settledNow()) > pageSize / 2;
    }

    private Optional<Instant> firstAwaited(Instant end) {
        return awaited.first(nextAwaited, end, state.apiTime())
                .or(() -> awaited.first(state.watermark(), end, state.apiTime()));
    }

    /** Notes that the page was read up to {@code coveredTo}. */
    void read(Instant coveredTo) {
        switch (reason) {
            case AWAITED -> nextAwaited = coveredTo;
            case IN_ORDER -> nextInOrder = coveredTo;
            case SETTLES -> nextInOrder = nextInOrder.isBefore(coveredTo) ? coveredTo : nextInOrder;
        }
    }

    private enum Reason {
        SETTLES,
        AWAITED,
        IN_ORDER
    }
}
