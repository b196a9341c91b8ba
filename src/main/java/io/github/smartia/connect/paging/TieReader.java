package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the sessions of one dense second, page by page. The API may list them in a different order in each response, so they
 * are listed repeatedly, each time from the first to the last. The second is complete once as many different sessions were seen
 * as one listing contains, while the API's count stayed the same.
 *
 * <p>If that never happens, for example because a session is listed twice, the second is treated as complete after several
 * listings without a new session. A session that is still missing then is published late: the watermark stays before it as long
 * as sessions may still appear, and a later pass finds it.
 *
 * <p>More than {@value #MAX_TIES} sessions of one date are returned in parts, in the API's order. Not thread-safe.
 */
final class TieReader {

    /** If each listing shows 63 % of the sessions, ten listings miss one session in twenty thousand. */
    private static final int MAX_LISTINGS_WITHOUT_NEW = 10;

    /** A listing that shows each session more often than this on average, and one page more, never ends by itself. */
    private static final int MAX_REPEATS = 4;

    /** This number of listings without a new session is enough if the API's count proves nothing. */
    private static final int LISTINGS_WITHOUT_COUNT = 3;

    /** How many sessions of one date are held so that they can be returned in order. */
    private static final int MAX_TIES = 5_000;

    /** How many sessions of several dates are held. */
    private static final int MAX_HELD = 25_000;

    private final Instant second;
    private final SessionQuery query;
    private final Instant apiTime;
    private final Set<PositionedEntry> held = new HashSet<>();
    private final Set<Object> seen = new HashSet<>();
    private final Set<Object> seenSinceTotalChanged = new HashSet<>();
    private int offset;
    private int listed;
    private long total = -1;
    private int listingsWithoutNew;
    private boolean returnedPart;
    private boolean complete;

    /**
     * @param bounded whether requests have an upper bound; otherwise later sessions on a page show where the second ends
     * @param apiTime a lower bound of the API's time at the first request
     */
    TieReader(SessionQuery baseQuery, Instant second, boolean bounded, Instant apiTime) {
        this.second = second;
        this.query = bounded ? baseQuery.from(second).upTo(end().minusMillis(1)) : baseQuery.from(second);
        this.apiTime = apiTime;
    }

    Instant second() {
        return second;
    }

    /** The first date after the second. */
    Instant end() {
        return second.plusSeconds(1);
    }

    /** The next query; empty if none is needed. */
    Optional<SessionQuery> next() {
        return complete ? Optional.empty() : Optional.of(query.withOffset(offset));
    }

    void received(SessionPage page) {
        List<PositionedEntry> entries = PositionedEntry.all(page.entries(), query.dateField(), second);
        if (page.total() != total) {
            total = page.total();
            seenSinceTotalChanged.clear();
        }
        List<PositionedEntry> within =
                entries.stream().filter(this::mayBeWithin).toList();
        within.forEach(this::add);
        offset += entries.size();
        listed += within.size();
        boolean isLast = entries.isEmpty() || (entries.size() < query.limit() && offset >= total);
        if (isLast || within.size() < entries.size() || isEndless()) {
            endListing();
        }
    }

    /** Whether the API ignores offsets, so that each page shows the first sessions again. */
    private boolean isEndless() {
        return listed > MAX_REPEATS * seen.size() + query.limit();
    }

    /** An entry without a date may belong to the second wherever it is listed. */
    private boolean mayBeWithin(PositionedEntry entry) {
        return !entry.hasOwnDate() || entry.date().isBefore(end());
    }

    private void add(PositionedEntry entry) {
        seenSinceTotalChanged.add(entry.identity());
        boolean isNew = seen.add(entry.identity());
        listingsWithoutNew = isNew ? 0 : listingsWithoutNew;
        // If a session is listed with different content, both contents are returned, as long as all sessions are held.
        if (isNew || !returnedPart) {
            held.add(entry);
        }
    }

    private void endListing() {
        // If a session is listed twice, this is never true, and only listings without a new session end the second.
        boolean seenAll = seenSinceTotalChanged.size() >= listed;
        // If the API counts fewer sessions than it lists, a session that leaves the list can go unnoticed and hide
        // another.
        boolean isProven = total >= listed || listingsWithoutNew >= LISTINGS_WITHOUT_COUNT;
        complete = (seenAll && isProven) || ++listingsWithoutNew > MAX_LISTINGS_WITHOUT_NEW;
        offset = 0;
        listed = 0;
    }

    boolean isComplete() {
        return complete;
    }

    /** A sentence without a full stop if the API counts sessions here that it does not show. */
    Optional<String> inconsistency() {
        return listingsWithoutNew > MAX_LISTINGS_WITHOUT_NEW && total > seen.size()
                ? Optional.of("the API counts " + total + " sessions in the second from " + second + " on and shows "
                        + seen.size())
                : Optional.empty();
    }

    int seen() {
        return seen.size();
    }

    /** Returns what is held once the second is complete or too much is held. */
    Optional<Segment> segment(Instant from) {
        return complete || isTooMuch(held) ? Optional.of(take(from)) : Optional.empty();
    }

    /** Whether so many sessions of one second are held that they must be returned, complete or not. */
    static boolean isTooMuch(Collection<PositionedEntry> held) {
        return held.size() > MAX_HELD || (held.size() > MAX_TIES && haveOneDate(held));
    }

    private static boolean haveOneDate(Collection<PositionedEntry> held) {
        return held.stream().map(PositionedEntry::date).distinct().limit(2).count() == 1;
    }

    /** Returns what is held from {@code from} on, complete or not. */
    Segment take(Instant from) {
        List<PositionedEntry> taken = new ArrayList<>(held);
        taken.removeIf(entry -> entry.hasOwnDate() && !entry.isWithin(from, end()));
        held.clear();
        returnedPart = true;
        return new Segment(taken, from, complete ? end() : from, apiTime);
    }
}
