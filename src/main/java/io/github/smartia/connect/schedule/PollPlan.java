package io.github.smartia.connect.schedule;

import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.paging.FirstResponse;
import io.github.smartia.connect.paging.NewestPage;
import io.github.smartia.connect.paging.Pass;
import io.github.smartia.connect.paging.Sweep;
import io.github.smartia.connect.read.StreamState;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides on the passes of a poll: the newest sessions; a sweep if they are not connected with what was read before; then some
 * pages of the lookback, as many as {@link RequestBudget} allows. If nothing is new, polls alternate between the newest
 * sessions and a page of the lookback. Not thread-safe.
 */
final class PollPlan {

    private final SessionQuery baseQuery;
    private final StreamState state;
    private final LookbackPages lookback;
    private final ReadAhead readAhead;
    private final RequestBudget budget;
    private PollBackoff newestBackoff = new PollBackoff();
    private final LateSessions late;

    /** Everything before this date was read. */
    private Instant readTo;
    /** Everything from this date on was shown by the last request for the newest sessions. */
    private Instant recentFrom = Instant.MIN;

    private boolean newestNeeded;
    private boolean newestRequested;
    private boolean sweepNeeded;
    private boolean isTurnOfLookback;
    /** Whether the newest sessions were unavailable before any date was known, and are requested again. */
    private boolean hasResponded;

    PollPlan(SessionQuery baseQuery, StreamState state, LookbackPages lookback, ReadAhead readAhead) {
        this.baseQuery = baseQuery;
        this.state = state;
        this.lookback = lookback;
        this.readAhead = readAhead;
        this.budget = new RequestBudget(baseQuery.limit());
        this.late = new LateSessions(state, baseQuery.limit());
        this.readTo = state.watermark();
    }

    void startPoll() {
        budget.startPoll();
        newestBackoff.startPoll();
        late.startPoll();
        isTurnOfLookback = !isTurnOfLookback && hasLookback();
        newestNeeded = !(isTurnOfLookback && budget.isQuiet());
        newestRequested = false;
    }

    void requested() {
        budget.spend();
    }

    /** Counts the sessions published from a segment of the current pass. */
    void published(int sessions) {
        budget.published(sessions);
    }

    /** The next step of this poll; empty if the poll is done. */
    Optional<Step> next() {
        if (sweepNeeded) {
            return Optional.of(sweep());
        }
        if (newestNeeded && !newestRequested) {
            return Optional.of(newest());
        }
        return hasLookback() ? lookbackPage() : Optional.empty();
    }

    private boolean hasLookback() {
        return recentFrom.isAfter(state.watermark());
    }

    private Step newest() {
        newestRequested = true;
        if (!newestBackoff.mayTry()) {
            return sweep();
        }
        NewestPage newest = new NewestPage(baseQuery, state.watermark(), readTo, state.apiTime());
        return new Step(newest, Optional.empty(), () -> newestDone(newest));
    }

    private void newestDone(NewestPage newest) {
        newestBackoff.tried(!newest.isUnavailable());
        if (newest.isConnected()) {
            readUpTo(state.apiTime(), newest.coveredFrom());
            if (hasLookback()) {
                late.newestCounted(newest.total(), recentFrom);
            }
        } else {
            sweepNeeded = true;
        }
    }

    private void readUpTo(Instant date, Instant from) {
        readTo = date.isAfter(readTo) ? date : readTo;
        recentFrom = from;
    }

    private Step sweep() {
        sweepNeeded = false;
        if (state.apiTime().equals(Instant.MIN) && !hasResponded) {
            return firstResponse();
        }
        // If the whole lookback can be settled, reading it first keeps the memory small.
        boolean settlesAll = !state.settledNow().isBefore(readTo);
        Instant from = settlesAll || readTo.isBefore(state.watermark()) ? state.watermark() : readTo;
        Instant reached = state.apiTime();
        Sweep sweep = new Sweep(baseQuery, from, readAhead::pagesPerStream, state::apiTime);
        readAhead.begin(this);
        return new Step(sweep, Optional.of(sweep), () -> {
            endSweep();
            readUpTo(reached, from);
        });
    }

    /**
     * Waits until the API responds, and then requests the newest sessions again: without the API's time, a sweep settles
     * nothing, and all of history would be remembered.
     */
    private Step firstResponse() {
        hasResponded = true;
        FirstResponse first = new FirstResponse(baseQuery, state.watermark());
        return new Step(first, Optional.empty(), () -> {
            newestNeeded = true;
            newestRequested = false;
            newestBackoff = new PollBackoff();
        });
    }

    /** Releases the read-ahead of a sweep that is done or cancelled. */
    void endSweep() {
        readAhead.end(this);
    }

    /** Repeats the current sweep, since one of its segments settles nothing until it is read again. */
    void repeatSweep() {
        sweepNeeded = true;
    }

    private Optional<Step> lookbackPage() {
        return late.next()
                .map(date -> lookbackPage(date, coveredTo -> {}))
                .or(() -> budget.allowsOneMore()
                        ? Optional.of(lookbackPage(lookback.next(recentFrom), lookback::read))
                        : Optional.empty());
    }

    /** @param onRead takes the date up to which the page was read */
    private Step lookbackPage(Instant date, Consumer<Instant> onRead) {
        Sweep part = Sweep.ofOnePage(baseQuery, date, state::apiTime);
        return new Step(part, Optional.empty(), () -> {
            onRead.accept(part.coveredTo());
            newestNeeded |= late.lookbackCounted(part);
        });
    }

    /**
     * One step of a poll.
     *
     * @param sweep the pass, if it is a sweep to the open end of the stream; otherwise empty
     * @param whenDone must be run once the pass is done
     */
    record Step(Pass pass, Optional<Sweep> sweep, Runnable whenDone) {}
}
