package io.github.smartia.connect.read;

import java.time.Instant;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether a sweep shows what was published before. A page that lacks some of it may come from a stale replica, which lacks
 * what is new as well: it settles nothing until a second sweep lacks the same. Not thread-safe.
 */
final class LackingSessions {

    private NavigableMap<Instant, Set<Long>> expected = new TreeMap<>();
    private Set<Long> seen = new HashSet<>();
    private Set<Long> lacking = new HashSet<>();
    private Set<Long> lackedBefore = new HashSet<>();
    private boolean inDoubt;

    /** @param published the ids of what the sweep should show, by date */
    void startSweep(NavigableMap<Instant, Set<Long>> published) {
        expected = published;
        lackedBefore = lacking;
        lacking = new HashSet<>();
        seen = new HashSet<>();
        inDoubt = false;
    }

    /**
     * Whether what the sweep has shown so far may settle anything.
     *
     * @param ids what it has shown since this was last asked
     * @param coveredTo up to where it has shown everything
     */
    boolean maySettle(Set<Long> ids, Instant coveredTo) {
        if (!expected.isEmpty()) {
            seen.addAll(ids);
            NavigableMap<Instant, Set<Long>> passed = expected.headMap(coveredTo, false);
            passed.values().forEach(this::compare);
            passed.clear();
        }
        return !inDoubt;
    }

    private void compare(Set<Long> ids) {
        for (long id : ids) {
            if (!seen.contains(id)) {
                lacking.add(id);
                inDoubt |= !lackedBefore.contains(id);
            }
        }
    }
}
