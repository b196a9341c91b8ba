package io.github.smartia.connect.schedule;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.Result;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.read.StreamState;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Chooses the page of the lookback to read again: the page at the watermark, if more than half a page of sessions can be
 * settled there; a page with completed sessions that await a result; or the next page in order. Not thread-safe.
 */
final class LookbackPages {

    private static final Duration AWAITED_FOR = Duration.ofHours(1);

    private final StreamState state;
    private final int pageSize;
    /** The end dates and ids of completed sessions whose result is missing. The result may follow at any time. */
    private final NavigableSet<Position> awaited = new TreeSet<>();

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
            Position position = new Position(session.endDate().orElseThrow(), session.sessionId());
            if (session.result().flatMap(Result::level).isEmpty()) {
                awaited.add(position);
            } else {
                awaited.remove(position);
            }
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
        if (!state.apiTime().equals(Instant.MIN)) {
            awaited.headSet(Position.startOf(state.apiTime().minus(AWAITED_FOR)))
                    .clear();
        }
        return firstAwaited(nextAwaited, end).or(() -> firstAwaited(state.watermark(), end));
    }

    private Optional<Instant> firstAwaited(Instant from, Instant end) {
        return Optional.ofNullable(awaited.ceiling(Position.startOf(from)))
                .map(Position::date)
                .filter(end::isAfter);
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
