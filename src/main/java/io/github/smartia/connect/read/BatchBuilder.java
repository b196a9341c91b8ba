package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the new and changed sessions of a segment, and counts as {@link ReadProgress} describes. Not thread-safe. */
final class BatchBuilder {

    /** The most sessions that share an offset. */
    static final int MAX_ENTRIES = 1_000;

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> tombstones = new HashSet<>();
    private int late;
    private int changed;
    private int suppressed;
    private int deadLetters;
    private int vanished;

    void add(Entry entry) {
        entries.add(entry);
        deadLetters += entry instanceof MalformedSession ? 1 : 0;
    }

    void changed() {
        changed++;
    }

    void late() {
        late++;
    }

    void suppressed() {
        suppressed++;
    }

    /** Adds a tombstone for the topic of open sessions, right after the session's record. */
    void addTombstone(Session session) {
        tombstones.add(session.sessionId());
    }

    void vanished(int sessions) {
        vanished += sessions;
    }

    boolean isFull() {
        return entries.size() >= MAX_ENTRIES;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<Entry> entries() {
        return entries;
    }

    Set<String> tombstones() {
        return tombstones;
    }

    /** @param caughtUp whether the segment reaches the open end of the stream */
    ReadProgress progress(Optional<Position> position, boolean caughtUp) {
        Optional<Instant> date = position.map(Position::date);
        return new ReadProgress(
                entries.size() - deadLetters,
                late,
                changed,
                suppressed,
                deadLetters,
                tombstones.size(),
                vanished,
                date,
                caughtUp);
    }
}
