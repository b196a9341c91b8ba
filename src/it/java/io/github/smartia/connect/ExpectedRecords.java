package io.github.smartia.connect;

import io.github.smartia.connect.simulated.Sessions;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What the topics must hold once all sessions of a simulated API are published, in this order. */
final class ExpectedRecords {

    private ExpectedRecords() {}

    static List<SimulatedSession> completed(SimulatedApi api) {
        return completed(api.sessions());
    }

    static List<SimulatedSession> completed(Sessions sessions) {
        return inOrder(
                sessions.all().stream().filter(SimulatedSession::isCompleted).toList(),
                session -> session.endDate().orElseThrow());
    }

    static List<SimulatedSession> inProgress(SimulatedApi api) {
        return inOrder(
                api.sessions().all().stream()
                        .filter(session -> !session.isCompleted())
                        .toList(),
                SimulatedSession::startDate);
    }

    static List<String> ids(Collection<SimulatedSession> sessions) {
        return sessions.stream().map(session -> session.sessionId().toString()).toList();
    }

    /** The values of their records, as {@link PublishedRecords#values} gives them. */
    static List<Object> values(Collection<SimulatedSession> sessions) {
        return sessions.stream().<Object>map(SessionTruth::of).toList();
    }

    private static List<SimulatedSession> inOrder(
            List<SimulatedSession> sessions, Function<SimulatedSession, Instant> date) {
        return sessions.stream()
                .sorted(Comparator.comparing(date)
                        .thenComparing(session -> session.sessionId().toString()))
                .toList();
    }
}
