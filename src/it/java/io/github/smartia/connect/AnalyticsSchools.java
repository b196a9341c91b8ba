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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import tools.jackson.databind.json.JsonMapper;

/** Two organisations of a simulated API, and what happens to their sessions. */
final class AnalyticsSchools implements AutoCloseable {

    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
    private final Map<String, Sessions> organisations =
            Map.of("oaks", api.sessionsOf("key-of-oaks"), "elms", api.sessionsOf("key-of-elms"));
    private final Set<UUID> erased = new HashSet<>();

    /** The sessions of one of them: {@code oaks} or {@code elms}. */
    Sessions of(String organisation) {
        return organisations.get(organisation);
    }

    String url() {
        return api.url();
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
        organisations.get("oaks").addAll(SchoolSessions.history(400));
        organisations.get("oaks").addAll(SchoolSessions.peculiar());
        organisations
                .get("elms")
                .addAll(new History(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 1, 9), 7).sessions(200));
        organisations.values().forEach(school -> {
            school.addAll(SchoolSessions.completed(5));
            school.addAll(SchoolSessions.inProgress(5));
        });
    }

    /** One of each kind in each organisation, another one each time. */
    void changeAndComplete(int turn) {
        Instant now = SchoolSessions.MORNING.plusSeconds(100 + turn);
        Outcome result = Outcome.of(now, "L2 - Upper", Duration.ofHours(10));
        organisations.values().forEach(school -> {
            UUID done = recent(school, true).skip(turn).findFirst().orElseThrow();
            UUID open = recent(school, false).findFirst().orElseThrow();
            school.change(done, session -> session.result(result));
            school.complete(open, now);
            school.add(SessionBuilder.completed()
                    .endedAt(now)
                    .withoutResult()
                    .user(Secrets.pupil())
                    .build());
            school.add(SessionBuilder.inProgress().startedAt(now).build());
        });
    }

    /** Those of the last morning, which the connector looks back upon. */
    private static Stream<UUID> recent(Sessions school, boolean completed) {
        return school.all().stream()
                .filter(session -> session.isCompleted() == completed)
                .filter(session -> !dateOf(session).isBefore(SchoolSessions.MORNING))
                .map(SimulatedSession::sessionId)
                .sorted(Comparator.comparing(UUID::toString));
    }

    private static Instant dateOf(SimulatedSession session) {
        return session.endDate().orElse(session.startDate());
    }

    /** As somebody does who was asked to delete what is known of a pupil. */
    void erase(Stack stack, String name) {
        erased.add(Secrets.userId());
        for (String topic : List.of(name + "-completed", name + "-in-progress")) {
            assertThat(new TopicEraser(stack).erase(topic, AnalyticsSchools::isOfThePupil))
                    .isPositive();
        }
    }

    private static boolean isOfThePupil(GenericRecord session) {
        return ((GenericRecord) session.get("user"))
                .get("userId")
                .toString()
                .equals(Secrets.userId().toString());
    }

    /** What the views must contain now. */
    AnalyticsTruth truth() {
        List<AnalyticsSession> sessions = new ArrayList<>();
        organisations.forEach((name, school) -> school.all().stream()
                .filter(session -> !erased.contains(session.user().userId()))
                .map(session -> new AnalyticsSession(name, JsonMapper.shared().readTree(session.json())))
                .forEach(sessions::add));
        return new AnalyticsTruth(sessions);
    }

    @Override
    public void close() {
        api.close();
    }
}
