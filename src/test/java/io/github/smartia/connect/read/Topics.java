package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a worker has written to its topics. */
final class Topics {

    final Map<SessionStream, List<Session>> sessions = new EnumMap<>(SessionStream.class);
    final Map<SessionStream, List<MalformedSession>> deadLetters = new EnumMap<>(SessionStream.class);
    /** By key: true for a record, false for a tombstone. */
    final Map<String, List<Boolean>> inProgress = new HashMap<>();

    Topics() {
        for (SessionStream stream : SessionStream.values()) {
            sessions.put(stream, new ArrayList<>());
            deadLetters.put(stream, new ArrayList<>());
        }
    }

    /** @param tombstones the ids of sessions that are followed by a tombstone */
    void add(SessionStream stream, List<Entry> entries, Set<String> tombstones) {
        for (Entry entry : entries) {
            if (entry instanceof Session session) {
                add(stream, session, tombstones.contains(session.sessionId()));
            } else {
                deadLetters.get(stream).add((MalformedSession) entry);
            }
        }
    }

    private void add(SessionStream stream, Session session, boolean tombstones) {
        sessions.get(stream).add(session);
        boolean record = stream == SessionStream.IN_PROGRESS;
        if (record || tombstones) {
            inProgress
                    .computeIfAbsent(session.sessionId(), first -> new ArrayList<>())
                    .add(record);
        }
    }

    /** The number of records without tombstones. */
    int size() {
        return java.util.stream.Stream.concat(sessions.values().stream(), deadLetters.values().stream())
                .mapToInt(List::size)
                .sum();
    }
}
