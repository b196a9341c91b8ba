package io.github.smartia.connect.api;

import java.util.List;

/** Which of the sessions that the key may see are requested. An empty list leaves its field unfiltered. */
public record SessionFilter(List<String> testIds, List<String> userIds, List<String> subjects) {

    public static final SessionFilter NONE = new SessionFilter(List.of(), List.of(), List.of());

    public SessionFilter {
        testIds = List.copyOf(testIds);
        userIds = List.copyOf(userIds);
        subjects = List.copyOf(subjects);
    }

    /** Omits the values, because ids of pupils must not be logged. */
    @Override
    public String toString() {
        return "filter for %d tests, %d users, %d subjects".formatted(testIds.size(), userIds.size(), subjects.size());
    }
}
