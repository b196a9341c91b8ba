package io.github.smartia.connect;

import io.github.smartia.connect.simulated.Sessions;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the topics must hold once all sessions of a simulated API are published, in this order. */
final class ExpectedRecords {

    private ExpectedRecords() {}

    static List<SimulatedSession> completed(SimulatedApi api) {
        return completed(api.sessions());
    }

    static List<SimulatedSession> completed(Sessions sessions) {
        return inOrder(sessions.all().stream().filter(SimulatedSession::isCompleted));
    }

    static List<SimulatedSession> inProgress(SimulatedApi api) {
        return inOrder(api.sessions().all().stream().filter(session -> !session.isCompleted()));
    }

    static List<String> ids(Collection<SimulatedSession> sessions) {
        return sessions.stream().map(session -> session.sessionId().toString()).toList();
    }

    /** The values of their records, as {@link PublishedRecords#values} gives them. */
    static List<Object> values(Collection<SimulatedSession> sessions) {
        return sessions.stream().<Object>map(SessionTruth::of).toList();
    }

    private static List<SimulatedSession> inOrder(Stream<SimulatedSession> sessions) {
        return sessions.sorted(Comparator.comparing(ExpectedRecords::date)
                        .thenComparing(session -> session.sessionId().toString()))
                .toList();
    }

    static Instant date(SimulatedSession session) {
        return session.endDate().orElse(session.startDate());
    }
}
