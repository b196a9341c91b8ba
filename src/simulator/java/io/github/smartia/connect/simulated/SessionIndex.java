package io.github.smartia.connect.simulated;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Sessions in the order of one date. Sessions with the same date have a fixed order that differs from that of their
 * ids.
 */
final class SessionIndex {

    private static final Comparator<UUID> SCRAMBLED = Comparator.<UUID>comparingLong(
                    id -> Long.reverse(id.getLeastSignificantBits()))
            .thenComparing(Comparator.naturalOrder());

    private final Scope scope;
    private final SortField field;
    private final Comparator<SimulatedSession> order;
    private final ArrayList<SimulatedSession> sessions = new ArrayList<>();

    /** @param scope the sessions to hold; others are ignored */
    SessionIndex(Scope scope, SortField field) {
        this.scope = scope;
        this.field = field;
        order = Comparator.<SimulatedSession>comparingLong(session -> session.millis(field))
                .thenComparing(SimulatedSession::sessionId, SCRAMBLED);
    }

    /** Fast for one session. For many sessions, the fewer groups are out of order, the faster. */
    void addAll(Collection<SimulatedSession> all) {
        List<SimulatedSession> more = all.stream().filter(scope::holds).toList();
        if (more.size() == 1) {
            sessions.add(-position(more.get(0)) - 1, more.get(0));
        } else if (!more.isEmpty()) {
            sessions.addAll(more);
            sessions.sort(order);
        }
    }

    void remove(SimulatedSession session) {
        if (scope.holds(session)) {
            sessions.remove(position(session));
        }
    }

    /** Returns a view that is valid until the next change. */
    List<SimulatedSession> in(DateRange range) {
        int from = firstNotBefore(range.from());
        int to = range.to() == SimulatedSession.NOT_ENDED ? sessions.size() : firstNotBefore(range.to() + 1);
        return sessions.subList(from, Math.max(from, to));
    }

    private int position(SimulatedSession session) {
        return Collections.binarySearch(sessions, session, order);
    }

    private int firstNotBefore(long millis) {
        int low = 0;
        int high = sessions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sessions.get(middle).millis(field) < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
