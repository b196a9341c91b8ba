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

/** What is new or changed in a piece of a stream, as it is found. Not thread-safe. */
final class BatchBuilder {

    /** How many sessions share an offset at most. */
    static final int MAX_ENTRIES = 1_000;

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> closing = new HashSet<>();
    private int late;
    private int changed;
    private int suppressed;
    private int deadLetters;
    private int vanished;

    void add(Entry entry) {
        entries.add(entry);
        deadLetters += entry instanceof MalformedSession ? 1 : 0;
    }

    /** What was added last was published before, with other content. */
    void changed() {
        changed++;
    }

    /** What was added last is published after later sessions. */
    void late() {
        late++;
    }

    /** A session need not be published again. */
    void suppressed() {
        suppressed++;
    }

    /** The session gets a tombstone in the topic of those in progress. */
    void closes(Session session) {
        closing.add(session.sessionId());
    }

    /** The API no longer shows so many sessions that were published. */
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

    Set<String> closing() {
        return closing;
    }

    /** @param atTheEnd whether the piece reaches the open end of the stream */
    ReadProgress progress(Optional<Position> position, boolean atTheEnd) {
        Optional<Instant> date = position.map(Position::date);
        return new ReadProgress(
                entries.size() - deadLetters,
                late,
                changed,
                suppressed,
                deadLetters,
                closing.size(),
                vanished,
                date,
                atTheEnd);
    }
}
