package io.github.smartia.connect.read;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The sessions that were published as in progress and not yet as completed: those that get a tombstone once they
 * complete. Shared by the two streams of an organisation; not thread-safe.
 *
 * <p>What is open is kept in the offset of the in-progress stream, which moves when sessions open. What was closed since
 * is kept in the offset of the completed stream, until the other has taken it in. Of more than twenty thousand open
 * sessions those published first are forgotten, and stay in the topic.
 */
final class OpenSessions {

    private static final int MAX_OPEN = 20_000;
    private static final int MAX_CLOSED = 8_000;

    private final Set<Long> open = new LinkedHashSet<>();
    private final Set<Long> closedSince = new LinkedHashSet<>();
    private boolean allSeen;
    private boolean missedSome;

    /** Takes up what an earlier run left in the offset of the in-progress stream. */
    void restoreOpen(Iterable<Long> ids) {
        ids.forEach(open::add);
    }

    /** Takes up what it left in the offset of the completed stream; to be called second. */
    void restoreClosed(Iterable<Long> ids) {
        for (long id : ids) {
            open.remove(id);
            closedSince.add(id);
        }
    }

    void open(long id) {
        open.add(id);
        dropFirst(open, MAX_OPEN);
    }

    /** Whether the session was open. */
    boolean close(long id) {
        boolean wasOpen = open.remove(id);
        if (wasOpen) {
            closedSince.add(id);
            dropFirst(closedSince, MAX_CLOSED);
        }
        return wasOpen;
    }

    /** This run has read the in-progress stream to its open end. */
    void sawAll() {
        allSeen = true;
    }

    /** Whether this run has seen every session that was open when it began, and is still. */
    boolean allSeen() {
        return allSeen;
    }

    /** What this run has seen of the in-progress stream includes what can't be told. */
    void missedSome() {
        missedSome = true;
    }

    /** Whether this run knows which of the sessions that it has seen are open. */
    boolean missedNone() {
        return !missedSome;
    }

    Iterable<Long> allOpen() {
        return open;
    }

    Iterable<Long> closedSince() {
        return closedSince;
    }

    /** {@link #allOpen} is in an offset now: what was closed before need not be kept beside it. */
    void kept() {
        closedSince.clear();
    }

    private static void dropFirst(Set<Long> ids, int most) {
        if (ids.size() > most) {
            ids.remove(ids.iterator().next());
        }
    }
}
