package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionQuery;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the sessions of one second once, from the first to the last, with several requests in flight. The next offset depends
 * on how many sessions a page shows, whatever its limit was. Not thread-safe.
 */
final class TieListing {

    private final SessionQuery query;
    /** Queries for what short pages left out. */
    private final Deque<SessionQuery> gaps = new ArrayDeque<>();

    /** Sessions that one page showed twice. In another order several pages may do so, without there being more sessions. */
    private final Set<Object> duplicates = new HashSet<>();

    private int nextOffset;
    private int inFlight;
    private int listed;
    private boolean endSeen;

    TieListing(SessionQuery query) {
        this.query = query;
    }

    /** @param total how many sessions the API counts; negative before the first response */
    Optional<SessionQuery> next(long total) {
        if (!gaps.isEmpty()) {
            return send(gaps.remove());
        }
        boolean moreCounted = total >= 0 && nextOffset < total;
        if (endSeen || !(moreCounted || inFlight == 0)) {
            return Optional.empty();
        }
        SessionQuery next = query.withOffset(nextOffset);
        nextOffset += query.limit();
        return send(next);
    }

    private Optional<SessionQuery> send(SessionQuery next) {
        inFlight++;
        return Optional.of(next);
    }

    /**
     * @param entries how many entries the page has
     * @param within the entries that may belong to the second
     */
    void received(SessionQuery request, int entries, List<PositionedEntry> within, long total) {
        inFlight--;
        listed += within.size();
        Set<Object> onThisPage = new HashSet<>();
        within.stream()
                .map(PositionedEntry::identity)
                .filter(session -> !onThisPage.add(session))
                .forEach(duplicates::add);
        int end = request.offset() + entries;
        if (entries == 0 || (entries < request.limit() && end >= total)) {
            endSeen = true;
        } else if (entries < request.limit()) {
            requestRest(end, request);
        }
    }

    /** A page showed sessions after the second. */
    void endSeen() {
        endSeen = true;
        gaps.clear();
    }

    private void requestRest(int end, SessionQuery request) {
        int missing = request.offset() + request.limit() - end;
        if (request.offset() + request.limit() == nextOffset) {
            nextOffset = end;
        } else {
            gaps.add(request.withOffset(end).withLimit(missing));
        }
    }

    boolean isOver() {
        return endSeen && gaps.isEmpty() && inFlight == 0;
    }

    /** How many sessions were listed. A session on two pages counts twice; one that any page shows twice counts once less. */
    int sessions() {
        return listed - duplicates.size();
    }
}
