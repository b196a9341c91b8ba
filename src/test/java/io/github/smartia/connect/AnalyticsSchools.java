package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.History;
import io.github.smartia.connect.simulated.Outcome;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.Sessions;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.TopicEraser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;

/** Two organisations of a simulated API, and what happens to their sessions. */
final class AnalyticsSchools implements AutoCloseable {

    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
    private final Map<String, Sessions> organisations =
            Map.of("oaks", api.sessionsOf("key-of-oaks"), "elms", api.sessionsOf("key-of-elms"));
    private final Set<String> erased = new HashSet<>();

    /** The sessions of one of them: {@code oaks} or {@code elms}. */
    Sessions of(String organisation) {
        return organisations.get(organisation);
    }

    String url() {
        return api.url();
    }

    /** What the views must hold now. */
    AnalyticsTruth truth() {
        return AnalyticsTruth.of(organisations, erased);
    }

    /** A connector that reads both of them; not started yet. */
    RunningConnector connector(Stack stack, ConnectRest connect, String name) {
        return new RunningConnector(stack, connect, name, api)
                .without("api.key")
                .with("exactly.once.support", "required")
                .with("organisations", "oaks,elms")
                .with("organisations.oaks.api.key", "key-of-oaks")
                .with("organisations.elms.api.key", "key-of-elms");
    }

    /** Half a year, and a morning that the connector looks back upon. */
    void addHistory() {
        Sessions oaks = organisations.get("oaks");
        oaks.addAll(SchoolSessions.history(400));
        oaks.addAll(SchoolSessions.peculiar());
        // The last of a month in UTC, and the first of the next: elsewhere, both are in one month.
        oaks.add(completedAt("2025-11-30T23:59:59.999Z"));
        oaks.add(completedAt("2025-12-01T00:00:00.000Z"));
        Sessions elms = organisations.get("elms");
        elms.addAll(new History(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 1, 9), 7).sessions(200));
        organisations.values().forEach(school -> {
            school.addAll(SchoolSessions.completed(5));
            school.addAll(SchoolSessions.inProgress(5));
        });
    }

    private static SimulatedSession completedAt(String date) {
        return SessionBuilder.completed().endedAt(Instant.parse(date)).build();
    }

    /** One of each kind in each organisation, another one each time. */
    void changeAndComplete(int turn) {
        Instant now = SchoolSessions.MORNING.plusSeconds(100 + turn);
        organisations.values().forEach(school -> {
            List<SimulatedSession> recent = recent(school);
            SimulatedSession done = recent.stream()
                    .filter(SimulatedSession::isCompleted)
                    .skip(turn)
                    .findFirst()
                    .orElseThrow();
            SimulatedSession open = recent.stream()
                    .filter(session -> !session.isCompleted())
                    .findFirst()
                    .orElseThrow();
            Outcome result = Outcome.of(now, "L2 - Upper", Duration.ofHours(10));
            school.change(done.sessionId(), session -> session.result(result));
            school.complete(open.sessionId(), now);
            school.add(SessionBuilder.completed()
                    .endedAt(now)
                    .withoutResult()
                    .user(Secrets.pupil())
                    .build());
            school.add(SessionBuilder.inProgress().startedAt(now).build());
        });
    }

    /** Those of the last morning, which the connector looks back upon. */
    private static List<SimulatedSession> recent(Sessions school) {
        return school.all().stream()
                .filter(session ->
                        !session.endDate().orElse(session.startDate()).isBefore(SchoolSessions.MORNING))
                .sorted((one, other) ->
                        one.sessionId().toString().compareTo(other.sessionId().toString()))
                .toList();
    }

    /** As somebody does who was asked to delete what is known of a pupil. */
    void erase(Stack stack, String name) {
        String pupil = Secrets.userId().toString();
        erased.add(pupil);
        for (String topic : List.of(name + "-completed", name + "-in-progress")) {
            assertThat(new TopicEraser(stack).erase(topic, session -> isOf(session, pupil)))
                    .isPositive();
        }
    }

    private static boolean isOf(GenericRecord session, String pupil) {
        return ((GenericRecord) session.get("user")).get("userId").toString().equals(pupil);
    }

    @Override
    public void close() {
        api.close();
    }
}
