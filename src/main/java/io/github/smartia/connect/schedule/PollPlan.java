package io.github.smartia.connect.schedule;

import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.paging.NewestPage;
import io.github.smartia.connect.paging.PartialSweep;
import io.github.smartia.connect.paging.Pass;
import io.github.smartia.connect.paging.Sweep;
import io.github.smartia.connect.read.StreamState;
import java.time.Instant;
import java.util.Optional;

/**
 * What a stream asks for, poll by poll: the newest sessions; a sweep where they don't join up with what was read before; then
 * some pages of the lookback, as many as {@link RequestBudget} allows. Where nothing happens, the newest sessions and a page
 * of the lookback take turns. Not thread-safe.
 */
final class PollPlan {

    private final SessionQuery page;
    private final StreamState state;
    private final LookbackPages lookback;
    private final ReadAhead readAhead;
    private final RequestBudget budget;
    private final Doubling newestFirst = new Doubling();
    private final LateSessions late;

    /** Everything before was read. */
    private Instant readTo;
    /** From here on, everything was shown by the last look at the newest sessions. */
    private Instant recentFrom = Instant.MIN;

    /** The first page from the watermark settles nothing until it is read again. */
    private boolean inDoubt;

    private boolean readAgain;
    private boolean looked;
    private boolean sweepNeeded;
    private boolean sweeping;
    private boolean lookNeeded;
    private boolean lookbackHasTurn;

    PollPlan(SessionQuery page, StreamState state, LookbackPages lookback, ReadAhead readAhead) {
        this.page = page;
        this.state = state;
        this.lookback = lookback;
        this.readAhead = readAhead;
        this.budget = new RequestBudget(page.limit());
        this.late = new LateSessions(state, page.limit());
        this.readTo = state.watermark();
    }

    /** A poll begins. */
    void startPoll() {
        budget.startPoll();
        newestFirst.poll();
        late.poll();
        lookbackHasTurn = !lookbackHasTurn && hasLookback();
        lookNeeded = !(lookbackHasTurn && budget.isQuiet());
        looked = false;
        readAgain = inDoubt;
        inDoubt = false;
    }

    /** A request was made. */
    void requested() {
        budget.spend();
    }

    /** So many sessions were published from a segment of the current pass. */
    void published(int sessions) {
        budget.published(sessions);
    }

    /** What to do next in this poll; empty where it is done. */
    Optional<Step> next() {
        if (sweepNeeded) {
            return Optional.of(sweep());
        }
        if (lookNeeded && !looked) {
            return Optional.of(look());
        }
        return hasLookback() ? lookbackDate().map(this::lookbackPage) : Optional.empty();
    }

    private boolean hasLookback() {
        return recentFrom.isAfter(state.watermark());
    }

    private Step look() {
        looked = true;
        if (!newestFirst.mayTry()) {
            return sweep();
        }
        NewestPage newest = new NewestPage(page, state.watermark(), readTo, state.apiTime());
        return new Step(newest, () -> looked(newest));
    }

    private void looked(NewestPage newest) {
        if (newest.isUnavailable()) {
            newestFirst.wasOfNoUse();
        } else {
            newestFirst.wasOfUse();
        }
        if (newest.isConnected()) {
            readUpTo(state.apiTime(), newest.coveredFrom());
            if (hasLookback()) {
                late.counted(newest.total(), recentFrom);
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
        // Where the whole lookback can be settled, reading it on the way keeps the memory small.
        boolean settlesAll = !state.settledNow().isBefore(readTo);
        Instant from = settlesAll || readTo.isBefore(state.watermark()) ? state.watermark() : readTo;
        Instant reached = state.apiTime();
        Sweep sweep = new Sweep(page, from, readAhead::each, state::apiTime);
        startSweep();
        return new Step(sweep, () -> {
            endSweep();
            readUpTo(reached, from);
        });
    }

    private void startSweep() {
        if (!sweeping) {
            readAhead.begin();
        }
        sweeping = true;
    }

    /** The current pass is over, or reading is. */
    void endSweep() {
        if (sweeping) {
            readAhead.end();
        }
        sweeping = false;
    }

    /** A piece that the current pass has read settles nothing until it is read again. */
    void inDoubt(Pass pass) {
        if (pass instanceof Sweep) {
            sweepNeeded = true;
        } else if (pass instanceof PartialSweep) {
            inDoubt = true;
        }
    }

    private Optional<Instant> lookbackDate() {
        if (readAgain) {
            readAgain = false;
            return Optional.of(state.watermark());
        }
        return late.next().or(this::affordable);
    }

    private Optional<Instant> affordable() {
        boolean allowed = budget.isQuiet() ? budget.spent() == 0 : budget.allowsOneMore();
        return allowed ? Optional.of(lookback.next(recentFrom)) : Optional.empty();
    }

    private Step lookbackPage(Instant date) {
        // What is settled is forgotten, and would be published again.
        Instant from = date.isBefore(state.watermark()) ? state.watermark() : date;
        PartialSweep part = new PartialSweep(page, from, state::apiTime);
        return new Step(part, () -> {
            lookback.read(part.coveredTo());
            lookNeeded |= late.counted(part);
        });
    }

    /**
     * A part of a poll.
     *
     * @param whenDone to be run once the pass is done
     */
    record Step(Pass pass, Runnable whenDone) {}
}
