package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a worker has written to its topics. */
final class Topics {

    private final Map<Stream, List<Session>> sessions = new EnumMap<>(Stream.class);
    private final Map<Stream, List<MalformedSession>> deadLetters = new EnumMap<>(Stream.class);
    private final Map<String, List<Boolean>> inProgress = new HashMap<>();

    Topics() {
        for (Stream stream : Stream.values()) {
            sessions.put(stream, new ArrayList<>());
            deadLetters.put(stream, new ArrayList<>());
        }
    }

    /** @param closing the ids of those that get a tombstone */
    void add(Stream stream, List<Entry> entries, Set<String> closing) {
        for (Entry entry : entries) {
            if (entry instanceof Session session) {
                add(stream, session, closing.contains(session.sessionId()));
            } else {
                deadLetters.get(stream).add((MalformedSession) entry);
            }
        }
    }

    private void add(Stream stream, Session session, boolean closing) {
        sessions.get(stream).add(session);
        boolean record = stream == Stream.IN_PROGRESS;
        if (record || closing) {
            inProgress
                    .computeIfAbsent(session.sessionId(), first -> new ArrayList<>())
                    .add(record);
        }
    }

    List<Session> sessions(Stream stream) {
        return sessions.get(stream);
    }

    List<MalformedSession> deadLetters(Stream stream) {
        return deadLetters.get(stream);
    }

    /** What the topic of sessions in progress shows for each in turn: true for a record, false for a tombstone. */
    Map<String, List<Boolean>> inProgress() {
        return inProgress;
    }

    /** How much there is, tombstones aside. */
    int size() {
        return java.util.stream.Stream.concat(sessions.values().stream(), deadLetters.values().stream())
                .mapToInt(List::size)
                .sum();
    }
}
