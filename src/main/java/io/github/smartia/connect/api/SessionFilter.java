package io.github.smartia.connect.api;

import java.util.List;

/** Which sessions are asked for, of all that the key may see. An empty list leaves its field unfiltered. */
public record SessionFilter(List<String> testIds, List<String> userIds, List<String> subjects) {

    public static final SessionFilter NONE = new SessionFilter(List.of(), List.of(), List.of());

    public SessionFilter {
        testIds = List.copyOf(testIds);
        userIds = List.copyOf(userIds);
        subjects = List.copyOf(subjects);
    }

    /** Shows no value: ids of pupils end up in logs. */
    @Override
    public String toString() {
        return "filter for %d tests, %d users, %d subjects".formatted(testIds.size(), userIds.size(), subjects.size());
    }
}
