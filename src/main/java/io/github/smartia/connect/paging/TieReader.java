package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads all sessions of one second where they are more than a page holds. The API lists them in any order, another with
 * each request, so they are listed again and again, each time from the first to the last: a {@linkplain TieRound round}.
 * They are complete once as many different ones were seen as a round listed while the API's count stayed the same.
 *
 * <p>Where that does not come to be, because one session is listed twice, say, they are taken as complete after a number of
 * rounds that showed nothing new. A session that is missing then arrives late: as long as sessions may still come, the
 * watermark stays before them, and the next sweep finds it.
 *
 * <p>Of more than a few thousand sessions, those seen are given out before the others, in the order of the API.
 */
final class TieReader {

    /** With as many rounds in a row, each listing about two thirds of the sessions, one in twenty thousand is missed. */
    private static final int MAX_FRUITLESS = 10;

    /** So many rounds that show nothing new must do where the API's count proves nothing. */
    private static final int ENOUGH_WITHOUT_COUNT = 3;

    /** How many sessions are held at most, so that they can be given out in order. */
    static final int MAX_HELD = 5_000;

    private final Instant second;
    private final boolean bounded;
    private final SessionQuery query;
    private final Instant apiTime;
    private final Set<PositionedEntry> held = new HashSet<>();
    /** All that was seen; and what was seen since the API counted differently. */
    private final Set<Object> seen = new HashSet<>();

    private final Set<Object> seenSinceRecount = new HashSet<>();
    private TieRound round;
    private long total = -1;
    private int fruitless;
    private boolean givenOutSome;
    private boolean complete;

    /** @param bounded whether to ask for the second alone; else the pages from its beginning on show where it ends */
    TieReader(SessionQuery page, Instant second, boolean bounded, Instant apiTime) {
        this.second = second;
        this.bounded = bounded;
        this.query = bounded ? page.from(second).upTo(end().minusMillis(1)) : page.from(second);
        this.apiTime = apiTime;
        this.round = new TieRound(query);
    }

    Instant second() {
        return second;
    }

    /** The first date after the second. */
    Instant end() {
        return second.plusSeconds(1);
    }

    /** The next query, if there is one to make now. */
    Optional<SessionQuery> next() {
        return complete ? Optional.empty() : round.next(bounded ? total : 0);
    }

    void received(SessionQuery asked, SessionPage page) {
        List<PositionedEntry> entries = PositionedEntry.all(page.entries(), query.dateField(), second);
        if (page.total() != total) {
            total = page.total();
            seenSinceRecount.clear();
        }
        List<PositionedEntry> within =
                entries.stream().filter(this::mayBeWithin).toList();
        within.forEach(this::add);
        round.received(asked, entries.size(), within, total);
        if (within.size() < entries.size()) {
            round.endSeen();
        }
        if (round.isOver()) {
            endRound();
        }
    }

    /** What has no date of its own may be from within the second wherever it is listed. */
    private boolean mayBeWithin(PositionedEntry entry) {
        return !entry.hasOwnDate() || entry.date().isBefore(end());
    }

    private void add(PositionedEntry entry) {
        seenSinceRecount.add(entry.identity());
        boolean isNew = seen.add(entry.identity());
        fruitless = isNew ? 0 : fruitless;
        // One that is listed in two ways is given out in both, as long as all are held.
        if (isNew || !givenOutSome) {
            held.add(entry);
        }
    }

    private void endRound() {
        boolean seenAll = seenSinceRecount.size() >= round.listed();
        // Where the API counts fewer than it lists, a session may leave the list unnoticed, and hide another on its
        // way.
        boolean isProven = total >= round.listed() || fruitless >= ENOUGH_WITHOUT_COUNT;
        complete = (seenAll && isProven) || ++fruitless > MAX_FRUITLESS;
        round = new TieRound(query);
    }

    boolean isComplete() {
        return complete;
    }

    /** Whether the API counts more sessions than it shows. */
    boolean isDoubtful() {
        return fruitless > MAX_FRUITLESS && total > seen.size();
    }

    long counted() {
        return total;
    }

    int seen() {
        return seen.size();
    }

    /** What is held, once it is complete or too much to hold. */
    Optional<Segment> segment(Instant from) {
        return complete || held.size() > MAX_HELD ? Optional.of(take(from)) : Optional.empty();
    }

    /** What is held from {@code from} on, whether or not it is complete. */
    Segment take(Instant from) {
        List<PositionedEntry> taken = new ArrayList<>(held);
        taken.removeIf(entry -> entry.hasOwnDate() && !entry.isWithin(from, end()));
        held.clear();
        givenOutSome = true;
        return new Segment(taken, from, complete ? end() : from, apiTime);
    }
}
