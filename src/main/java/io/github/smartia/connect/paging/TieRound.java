package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionQuery;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the sessions of one second once, from the first to the last, by several requests at once. The next offset follows
 * from how many sessions a page shows, whatever it was to hold. Not thread-safe.
 */
final class TieRound {

    private final SessionQuery query;
    /** What short pages left out. */
    private final Deque<SessionQuery> gaps = new ArrayDeque<>();

    /** Sessions that one page showed twice: in another order, several pages may, and that is no more of them. */
    private final Set<Object> twice = new HashSet<>();

    private int nextOffset;
    private int inFlight;
    private int listed;
    private boolean endSeen;

    TieRound(SessionQuery query) {
        this.query = query;
    }

    /** @param total how many sessions the API counts; negative where it was not asked yet */
    Optional<SessionQuery> next(long total) {
        if (!gaps.isEmpty()) {
            return send(gaps.remove());
        }
        boolean further = nextOffset < total && total >= 0;
        if (endSeen || !(further || inFlight == 0)) {
            return Optional.empty();
        }
        SessionQuery next = query.skipping(nextOffset);
        nextOffset += query.limit();
        return send(next);
    }

    private Optional<SessionQuery> send(SessionQuery next) {
        inFlight++;
        return Optional.of(next);
    }

    /** @param within the entries that may be of the second */
    void received(SessionQuery asked, int entries, List<PositionedEntry> within, long total) {
        inFlight--;
        listed += within.size();
        Set<Object> onThisPage = new HashSet<>();
        within.stream()
                .map(PositionedEntry::identity)
                .filter(session -> !onThisPage.add(session))
                .forEach(twice::add);
        int end = asked.offset() + entries;
        if (entries == 0 || (entries < asked.limit() && end >= total)) {
            endSeen = true;
        } else if (entries < asked.limit()) {
            readOnFrom(end, asked);
        }
    }

    /** A page showed what comes after the second. */
    void endSeen() {
        endSeen = true;
        gaps.clear();
    }

    private void readOnFrom(int end, SessionQuery asked) {
        int missing = asked.offset() + asked.limit() - end;
        if (asked.offset() + asked.limit() == nextOffset) {
            nextOffset = end;
        } else {
            gaps.add(asked.skipping(end).withLimit(missing));
        }
    }

    boolean isOver() {
        return endSeen && gaps.isEmpty() && inFlight == 0;
    }

    /** How many sessions the pages showed, those on two pages counted twice, and those twice on any page once less. */
    int listed() {
        return listed - twice.size();
    }
}
