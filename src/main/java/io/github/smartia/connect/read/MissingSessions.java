package io.github.smartia.connect.read;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Published sessions that the API should have shown and did not. A response that lacks some may come from a stale replica,
 * which also lacks new sessions. It therefore settles nothing until another response lacks the same ones. Not thread-safe.
 */
final class MissingSessions {

    private final PublishedSessions published;
    private final Set<Long> missingOnce = new HashSet<>();

    MissingSessions(PublishedSessions published) {
        this.published = published;
    }

    /**
     * Compares what a segment shows with what it should show.
     *
     * @return how many sessions have vanished, each counted once; empty if the segment needs to be confirmed
     */
    OptionalInt check(Set<Long> expected, Set<Long> shown) {
        shown.forEach(published::shown);
        missingOnce.removeAll(shown);
        boolean needsConfirmation = false;
        int vanished = 0;
        for (long id : expected) {
            if (!shown.contains(id)) {
                boolean isFirstTime = missingOnce.add(id);
                needsConfirmation |= isFirstTime;
                vanished += !isFirstTime && published.vanished(id) ? 1 : 0;
            }
        }
        return needsConfirmation ? OptionalInt.empty() : OptionalInt.of(vanished);
    }

    void forgetSettled() {
        missingOnce.removeIf(id -> !published.containsId(id));
    }
}
