package io.github.smartia.connect.soak;

import io.github.smartia.connect.SessionTruth;
import io.github.smartia.connect.simulated.Sessions;
import io.github.smartia.connect.simulated.SimulatedSession;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated API's own book: everything that it ever showed of each session, in turn. Thread-safe. */
final class Book {

    private final Sessions sessions;
    private final Map<String, List<Content>> contents = new LinkedHashMap<>();
    private final Map<Boolean, Instant> newest = new HashMap<>();

    private Book(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Begins with what is there, and is kept from now on. */
    static Book of(Sessions sessions) {
        Book book = new Book(sessions);
        sessions.all().forEach(session -> book.enter(session, false));
        sessions.watch(session -> book.enter(session, book.isLate(session)));
        return book;
    }

    private synchronized void enter(SimulatedSession session, boolean late) {
        contents.computeIfAbsent(session.sessionId().toString(), id -> new ArrayList<>())
                .add(Content.of(session, late));
        newest.merge(session.isCompleted(), Content.date(session), (a, b) -> a.isAfter(b) ? a : b);
    }

    private synchronized boolean isLate(SimulatedSession session) {
        return Content.date(session).isBefore(newest.getOrDefault(session.isCompleted(), Instant.MIN));
    }

    synchronized Map<String, List<Content>> contents() {
        Map<String, List<Content>> copy = new LinkedHashMap<>();
        contents.forEach((id, shown) -> copy.put(id, List.copyOf(shown)));
        return copy;
    }

    /** Whether every session was shown as it is now: some show late. */
    boolean isComplete() {
        Map<String, List<Content>> shown = contents();
        return sessions.all().stream()
                .allMatch(session ->
                        endsWith(session, shown.getOrDefault(session.sessionId().toString(), List.of())));
    }

    private static boolean endsWith(SimulatedSession session, List<Content> shown) {
        return !shown.isEmpty()
                && shown.get(shown.size() - 1)
                        .record()
                        .equals(Content.of(session, false).record());
    }

    /**
     * A session as the API showed it for a while.
     *
     * @param kind where it belongs
     * @param date what its stream is ordered by
     * @param record what must be written: the fields of a record, or the JSON of a dead letter
     * @param late whether the API showed a later one of its stream before
     */
    record Content(Kind kind, Instant date, Object record, boolean late) {

        enum Kind {
            IN_PROGRESS,
            COMPLETED,
            MALFORMED
        }

        private static final List<String> REQUIRED = List.of("/sessionId", "/user/userId", "/test/testId");

        static Content of(SimulatedSession session, boolean late) {
            JsonNode json = JsonMapper.shared().readTree(session.json());
            if (!isSound(json, session.isCompleted())) {
                return new Content(Kind.MALFORMED, date(session), json, late);
            }
            Kind kind = session.isCompleted() ? Kind.COMPLETED : Kind.IN_PROGRESS;
            return new Content(kind, date(session), SessionTruth.of(session), late);
        }

        static Instant date(SimulatedSession session) {
            return session.endDate().orElse(session.startDate());
        }

        private static boolean isSound(JsonNode json, boolean completed) {
            return REQUIRED.stream().allMatch(path -> json.at(path).isString())
                    && isDate(json.path("startDate"))
                    && (!completed || isDate(json.path("endDate")));
        }

        private static boolean isDate(JsonNode text) {
            try {
                return Instant.parse(text.asString("")).isAfter(Instant.EPOCH);
            } catch (DateTimeException e) {
                return false;
            }
        }
    }
}
