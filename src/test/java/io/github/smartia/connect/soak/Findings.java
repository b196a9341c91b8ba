package io.github.smartia.connect.soak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of the sessions, each by its id. Not thread-safe. */
final class Findings {

    private final Map<Finding, List<String>> ids = new EnumMap<>(Finding.class);

    Findings() {
        for (Finding finding : Finding.values()) {
            ids.put(finding, new ArrayList<>());
        }
    }

    void add(Finding finding, String id) {
        ids.get(finding).add(id);
    }

    void addIf(boolean found, Finding finding, String id) {
        if (found) {
            add(finding, id);
        }
    }

    int count(Finding finding) {
        return ids.get(finding).size();
    }

    /** What should not be there, with the ids of the sessions. */
    Map<Finding, List<String>> bad() {
        Map<Finding, List<String>> bad = new EnumMap<>(ids);
        bad.entrySet()
                .removeIf(entry -> !entry.getKey().isBad() || entry.getValue().isEmpty());
        return bad;
    }
}
