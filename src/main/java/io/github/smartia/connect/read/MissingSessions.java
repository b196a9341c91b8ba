package io.github.smartia.connect.read;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Sessions that were published and that the API did not show where it should have. A response that lacks some may come from a
 * stale replica, which lacks what is new as well: it settles nothing until another lacks the same. Not thread-safe.
 */
final class MissingSessions {

    private final PublishedSessions published;
    private final Set<Long> missedOnce = new HashSet<>();

    MissingSessions(PublishedSessions published) {
        this.published = published;
    }

    /**
     * A piece of the stream was read.
     *
     * @param expected what it should have shown
     * @param shown what it has shown
     * @return how many sessions are now taken as vanished that were not before; empty where the piece settles nothing
     */
    OptionalInt read(Set<Long> expected, Set<Long> shown) {
        shown.forEach(published::shown);
        missedOnce.removeAll(shown);
        boolean inDoubt = false;
        int vanished = 0;
        for (long id : expected) {
            if (!shown.contains(id)) {
                boolean isFirstTime = missedOnce.add(id);
                inDoubt |= isFirstTime;
                vanished += !isFirstTime && published.vanished(id) ? 1 : 0;
            }
        }
        return inDoubt ? OptionalInt.empty() : OptionalInt.of(vanished);
    }

    /** Forgets those that are remembered no longer. */
    void forgetSettled() {
        missedOnce.removeIf(id -> !published.containsId(id));
    }
}
