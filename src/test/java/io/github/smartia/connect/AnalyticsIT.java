package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.History;
import io.github.smartia.connect.simulated.Outcome;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.Sessions;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.JdbcSink;
import io.github.smartia.connect.stack.Jvm;
import io.github.smartia.connect.stack.Postgres;
import io.github.smartia.connect.stack.PostgresDatabase;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicEraser;
import io.github.smartia.connect.stack.WorkerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the topics into PostgreSQL by the files in {@code config/analytics}. */
@ExtendWith({StackExtension.class, LogsKeepSecrets.class})
class AnalyticsIT {

    private static final Path FILES = Path.of("config", "analytics");
    private static final String PASSWORD = UUID.randomUUID().toString();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static Postgres postgres;
    private static ConnectWorker worker;

    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(Secrets.KEY));
    private final Map<String, Sessions> organisations =
            Map.of("oaks", api.sessionsOf("key-of-oaks"), "elms", api.sessionsOf("key-of-elms"));
    private final Set<String> erased = new HashSet<>();

    @BeforeAll
    static void startDatabaseAndWorker(Stack stack) {
        Optional<String> obstacle = Postgres.obstacle();
        Assumptions.assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        postgres = Postgres.start(PASSWORD);
        // Far from UTC: dates must not depend on it.
        List<String> jvm = new ArrayList<>(Jvm.quickToStart(512));
        jvm.add("-Duser.timezone=Asia/Kolkata");
        worker = stack.startWorker(WorkerOptions.inGroup("analytics")
                .withExactlyOnce()
                .withJvm(jvm)
                .with("plugin.path", stack.pluginPathWith(JdbcSink.pluginPath()))
                .with("config.providers", "env,file")
                .with("config.providers.env.class", EnvVarConfigProvider.class.getName())
                .with("config.providers.file.class", FileConfigProvider.class.getName())
                .withEnvironment(Map.of("SMART_IA_POSTGRES_PASSWORD", PASSWORD)));
    }

    @AfterAll
    static void stopDatabaseAndWorker() {
        Optional.ofNullable(worker).ifPresent(ConnectWorker::close);
        Optional.ofNullable(postgres).ifPresent(Postgres::close);
    }

    @AfterEach
    void stopApi() {
        api.close();
    }

    @Test
    void everyViewHoldsWhatTheApiHas(Stack stack) throws IOException {
        addHistory();
        PostgresDatabase database = postgres.create("views");
        database.execute(Files.readString(FILES.resolve("views.sql")));
        try (RunningConnector connector = connector(stack, "views").start();
                Sinks sinks = Sinks.of(stack, worker.rest(), "views", database).start()) {
            awaitViews(database);

            changeAndComplete(0);
            awaitViews(database);

            connector
                    .with("user.fields.exclude", "fullName,firstName,middleName,lastName,emails,dateOfBirth")
                    .start();
            changeAndComplete(1);
            awaitViews(database);
            assertThat(sinks.areRunning()).isTrue();

            erase(stack, "views");
            awaitViews(database);
        }
    }

    private void addHistory() {
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
    private void changeAndComplete(int turn) {
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
    private void erase(Stack stack, String name) {
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

    private void awaitViews(PostgresDatabase database) {
        AnalyticsTruth.of(organisations, erased)
                .rows()
                .forEach((query, rows) -> Awaitility.await(query)
                        .atMost(PATIENCE)
                        .untilAsserted(() ->
                                assertThat(database.rows(query)).as(query).containsExactlyInAnyOrderElementsOf(rows)));
    }

    private RunningConnector connector(Stack stack, String name) {
        return new RunningConnector(stack, worker.rest(), name, api)
                .without("api.key")
                .with("exactly.once.support", "required")
                .with("organisations", "oaks,elms")
                .with("organisations.oaks.api.key", "key-of-oaks")
                .with("organisations.elms.api.key", "key-of-elms");
    }
}
