package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.paging.PositionedEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is new or changed in a piece of a stream, as it is found. Not thread-safe. */
final class News {

    private static final int MAX_ENTRIES = 1_000;

    private final StreamState state;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> closing = new HashSet<>();
    private int late;
    private int changed;
    private int suppressed;
    private int deadLetters;

    /** @param state of the stream: what counts as published there */
    News(StreamState state) {
        this.state = state;
    }

    /** To be called before the entry counts as published. */
    void add(PositionedEntry dated, Fingerprint fingerprint) {
        entries.add(dated.entry());
        if (dated.entry() instanceof MalformedSession) {
            deadLetters++;
        } else if (state.hasPublished(fingerprint.id())) {
            changed++;
        } else if (comesAfterLaterOnes(dated.position())) {
            late++;
        }
    }

    private boolean comesAfterLaterOnes(Position place) {
        return state.position().filter(latest -> place.compareTo(latest) < 0).isPresent();
    }

    /** A session of this stream is no news. */
    void suppressed() {
        suppressed++;
    }

    /** The session gets a tombstone where it was in progress. */
    void closes(Session session) {
        closing.add(session.sessionId());
    }

    /** Whether it is as much as goes with one offset. */
    boolean isFull() {
        return entries.size() >= MAX_ENTRIES;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<Entry> entries() {
        return entries;
    }

    Set<String> closing() {
        return closing;
    }

    /** @param atTheEnd whether the piece reaches the open end of the stream */
    Progress progress(boolean atTheEnd) {
        return new Progress(
                entries.size() - deadLetters,
                late,
                changed,
                suppressed,
                deadLetters,
                closing.size(),
                state.position().map(Position::date),
                atTheEnd);
    }
}
