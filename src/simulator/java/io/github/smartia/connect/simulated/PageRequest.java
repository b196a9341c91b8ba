package io.github.smartia.connect.simulated;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which page of which sessions. Empty sets accept every session.
 *
 * @param dates the bounds of each date that has any
 * @param offset sessions to skip, by the request's own offset or by its cursor
 */
record PageRequest(
        Scope scope,
        Map<SortField, DateRange> dates,
        Set<String> testIds,
        Set<String> userIds,
        Set<String> subjects,
        SortField sort,
        boolean descending,
        int limit,
        int offset) {

    private static final int MOST = 100;

    PageRequest {
        BadRequest.unless(limit >= 1 && limit <= MOST, "limit must be 1 to " + MOST);
        BadRequest.unless(offset >= 0, "offset must not be negative");
    }

    /** The range of the date that it sorts by. */
    DateRange range() {
        return dates.getOrDefault(sort, DateRange.ANY);
    }

    /** Whether there is a condition besides the scope and {@link #range}. */
    boolean hasMoreConditions() {
        return !testIds.isEmpty()
                || !userIds.isEmpty()
                || !subjects.isEmpty()
                || dates.keySet().stream().anyMatch(field -> field != sort);
    }

    boolean matches(SimulatedSession session) {
        return scope.holds(session)
                && dates.entrySet().stream().allMatch(e -> e.getValue().contains(session.millis(e.getKey())))
                && accept(testIds, session.test().testId())
                && accept(userIds, session.user().userId())
                && accept(subjects, session.test().subject());
    }

    private static boolean accept(Set<String> accepted, Object value) {
        return accepted.isEmpty() || accepted.contains(value.toString());
    }

    Optional<String> previousCursor() {
        return offset == 0 ? Optional.empty() : Optional.of(cursorAt(Math.max(0, offset - limit)));
    }

    Optional<String> nextCursor(int total) {
        return total - limit <= offset ? Optional.empty() : Optional.of(cursorAt(offset + limit));
    }

    private String cursorAt(int position) {
        return Cursor.of(position, sort, descending);
    }
}
