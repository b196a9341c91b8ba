package io.github.smartia.connect.read;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Published sessions that the API should have shown and did not. A response that lacks some may come from a stale replica,
 * which also lacks new sessions. It therefore settles nothing until another response lacks the same ones. Not thread-safe.
 */
final class MissingSessions {

    private static final int MAX_CONTRADICTIONS = 3;

    private final PublishedSessions published;
    private final Set<Long> missingOnce = new HashSet<>();
    /** What the parts of a group of ties showed. The segment that ends the group shows only the rest. */
    private final Set<Long> shownInParts = new HashSet<>();

    /** Whether the last segment, with its parts, showed sessions that were missing before. */
    private boolean showsMissing;

    private int contradictions;

    MissingSessions(PublishedSessions published) {
        this.published = published;
    }

    /**
     * Compares what a segment shows with what it should show.
     *
     * @param isPart whether the segment is a part of a group of ties, and more of the group may follow
     * @return how many sessions have vanished, each counted once; empty if the segment needs to be confirmed
     */
    OptionalInt check(Set<Long> expected, Set<Long> shown, boolean isPart) {
        shown.forEach(published::shown);
        showsMissing = missingOnce.removeAll(shown) || (showsMissing && !shownInParts.isEmpty());
        shownInParts.addAll(shown);
        boolean needsConfirmation = false;
        int vanished = 0;
        for (long id : expected) {
            if (!shownInParts.contains(id)) {
                boolean isFirstTime = missingOnce.add(id);
                needsConfirmation |= isFirstTime;
                vanished += !isFirstTime && published.vanished(id) ? 1 : 0;
            }
        }
        if (!isPart) {
            shownInParts.clear();
        }
        return needsConfirmation ? OptionalInt.empty() : OptionalInt.of(vanished);
    }

    /**
     * Notes that the last segment needs to be confirmed before it settles anything.
     *
     * @return whether responses contradict each other so often that none will confirm another
     */
    boolean areContradictory() {
        contradictions += showsMissing ? 1 : 0;
        return contradictions >= MAX_CONTRADICTIONS;
    }

    /** Notes that the watermark has moved. */
    void settled() {
        contradictions = 0;
        missingOnce.removeIf(id -> !published.containsId(id));
    }
}
