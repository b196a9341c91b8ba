package io.github.smartia.connect.simulated;

import java.util.Map;
import java.util.Set;

/**
 * What a request asks for. Empty sets let every session through.
 *
 * @param dates the bounds of each date that has any
 */
record Criteria(
        Scope scope, Map<SortField, DateRange> dates, Set<String> testIds, Set<String> userIds, Set<String> subjects) {

    DateRange range(SortField field) {
        return dates.getOrDefault(field, DateRange.ANY);
    }

    /** Whether there is nothing but the scope and the range of {@code field}. */
    boolean areOnly(SortField field) {
        return testIds.isEmpty()
                && userIds.isEmpty()
                && subjects.isEmpty()
                && dates.keySet().stream().allMatch(field::equals);
    }

    boolean match(SimulatedSession session) {
        return scope.holds(session)
                && dates.entrySet().stream().allMatch(e -> e.getValue().contains(session.millis(e.getKey())))
                && lets(testIds, session.test().testId())
                && lets(userIds, session.user().userId())
                && lets(subjects, session.test().subject());
    }

    private static boolean lets(Set<String> allowed, Object value) {
        return allowed.isEmpty() || allowed.contains(value.toString());
    }
}
