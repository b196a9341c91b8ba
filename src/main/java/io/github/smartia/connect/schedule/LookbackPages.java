package io.github.smartia.connect.schedule;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.read.StreamState;
import java.time.Instant;
import java.util.Optional;

/**
 * Which page of the lookback to read again: the first after the watermark where that settles much of a page; one where results
 * are awaited; or the next of all, in turn. Not thread-safe.
 */
final class LookbackPages {

    private final StreamState state;
    private final int pageSize;
    private final AwaitedResults awaited = new AwaitedResults();
    private Reason reason = Reason.TURN;
    private Instant nextTurn = Instant.MIN;
    private Instant nextAwaited = Instant.MIN;

    LookbackPages(StreamState state, int pageSize) {
        this.state = state;
        this.pageSize = pageSize;
    }

    /** A session of the stream was published. */
    void published(Entry entry) {
        if (state.stream().closesSessions() && entry instanceof Session session) {
            awaited.published(session);
        }
    }

    /**
     * The date to read the next page from.
     *
     * @param end from here on the newest sessions were just read
     */
    Instant next(Instant end) {
        if (settlesMuch()) {
            reason = Reason.SETTLES;
            return state.watermark();
        }
        Optional<Instant> result = reason == Reason.AWAITED ? Optional.empty() : firstAwaited(end);
        reason = result.isPresent() ? Reason.AWAITED : Reason.TURN;
        return result.orElseGet(
                () -> nextTurn.isAfter(state.watermark()) && nextTurn.isBefore(end) ? nextTurn : state.watermark());
    }

    private boolean settlesMuch() {
        return state.published().countBetween(state.watermark(), state.settledNow()) > pageSize / 2;
    }

    private Optional<Instant> firstAwaited(Instant end) {
        return awaited.first(nextAwaited, end, state.apiTime())
                .or(() -> awaited.first(state.watermark(), end, state.apiTime()));
    }

    /** The page was read, up to {@code coveredTo}. */
    void read(Instant coveredTo) {
        switch (reason) {
            case AWAITED -> nextAwaited = coveredTo;
            case TURN -> nextTurn = coveredTo;
            case SETTLES -> nextTurn = nextTurn.isBefore(coveredTo) ? coveredTo : nextTurn;
        }
    }

    private enum Reason {
        SETTLES,
        AWAITED,
        TURN
    }
}
