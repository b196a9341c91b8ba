package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smartia.connect.simulated.Outcome;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.Sessions;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.FlinkSqlGateway;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** The SQL of src/docs/consumers.md, in Flink, on what the connector writes. */
@ExtendWith(StackExtension.class)
@EnabledIfSystemProperty(
        named = "stack.flink.version",
        matches = ".+",
        disabledReason = "Flink is fetched by `mvn verify -Pflink` only")
class FlinkSqlIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private static final String COLUMNS = "SELECT sessionId, organisation, CAST(startDate AS STRING),"
            + " CAST(endDate AS STRING), `user`.userId, test.testId, test.subject, `result`.level,"
            + " `result`.durationSeconds FROM completed;";

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));

    @Test
    void theTableFollowsSessionsAndTheirResults(Stack stack) throws IOException {
        SimulatedSession unmarked = SessionBuilder.completed()
                .endedAt(SchoolSessions.MORNING)
                .withoutResult()
                .build();
        api.sessions().addAll(SchoolSessions.history(400));
        api.sessions().addAll(SchoolSessions.peculiar());
        api.sessions().add(unmarked);
        try (RunningConnector connector = new RunningConnector(stack, "flink-completed", api).start();
                FlinkSqlGateway flink = FlinkSqlGateway.start()) {
            DocumentedSql example = exampleOn(connector, stack, flink);
            connector.completed().awaitCount(1);
            FlinkSqlGateway.Query times = flink.query(example.statement("FROM completed"));
            List<List<String>> before = timeBySubject();
            awaitRows(times, before);

            Outcome result = Outcome.of(SchoolSessions.MORNING, "L2 - Upper", Duration.ofHours(10));
            api.sessions().change(unmarked.sessionId(), session -> session.result(result));

            assertThat(timeBySubject()).isNotEqualTo(before);
            awaitRows(times, timeBySubject());
            awaitRows(flink.query(COLUMNS), columns());
        }
    }

    @Test
    void theOpenSessionsAreCountedByOrganisationUntilTheyComplete(Stack stack) throws IOException {
        Sessions oaks = api.sessionsOf("key-of-oaks");
        Sessions elms = api.sessionsOf("key-of-elms");
        oaks.addAll(SchoolSessions.inProgress(10));
        elms.addAll(SchoolSessions.inProgress(1));
        try (RunningConnector connector = new RunningConnector(stack, "flink-open", api)
                        .withOrganisations("oaks", "elms")
                        .start();
                FlinkSqlGateway flink = FlinkSqlGateway.start()) {
            DocumentedSql example = exampleOn(connector, stack, flink);
            connector.inProgress().awaitSessions(1);
            FlinkSqlGateway.Query open = flink.query(example.statement("FROM in_progress"));
            awaitRows(open, List.of(List.of("oaks", "10"), List.of("elms", "1")));

            for (Sessions school : List.of(oaks, elms)) {
                school.complete(school.all().get(0).sessionId(), SchoolSessions.MORNING.plusSeconds(100));
            }

            awaitRows(open, List.of(List.of("oaks", "9")));
        }
    }

    private static DocumentedSql exampleOn(RunningConnector connector, Stack stack, FlinkSqlGateway flink)
            throws IOException {
        DocumentedSql example = DocumentedSql.of("consumers")
                .with("localhost:9092", stack.broker().bootstrapServers())
                .with("http://localhost:8081", stack.registry().confluentUri())
                .with("smart-ia.sessions.completed", connector.name() + "-completed")
                .with("smart-ia.sessions.in-progress", connector.name() + "-in-progress");
        example.beginning("CREATE TABLE ").forEach(flink::execute);
        return example;
    }

    private static void awaitRows(FlinkSqlGateway.Query query, List<List<String>> expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(query.rows()).containsExactlyInAnyOrderElementsOf(expected));
    }

    /** How many sessions each subject has, and how long they took: what the records hold, added up here. */
    private List<List<String>> timeBySubject() {
        Map<String, List<Map<String, Object>>> bySubject = ExpectedRecords.completed(api).stream()
                .map(SessionTruth::of)
                .collect(Collectors.groupingBy(session -> text(field(session, "test", "subject"))));
        return bySubject.entrySet().stream()
                .map(subject -> List.of(
                        subject.getKey(), String.valueOf(subject.getValue().size()), minutes(subject.getValue())))
                .toList();
    }

    /** Of those that have a result; Flink takes the average in whole seconds. */
    private static String minutes(List<Map<String, Object>> sessions) {
        LongSummaryStatistics seconds = sessions.stream()
                .flatMap(session -> field(session, "result", "durationSeconds").stream())
                .mapToLong(Long.class::cast)
                .summaryStatistics();
        return BigDecimal.valueOf(seconds.getSum() / seconds.getCount())
                .divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP)
                .toString();
    }

    private List<List<String>> columns() {
        return ExpectedRecords.completed(api).stream()
                .map(SessionTruth::of)
                .map(FlinkSqlIT::columns)
                .toList();
    }

    private static List<String> columns(Map<String, Object> session) {
        return List.of(
                text(field(session, "sessionId")),
                text(field(session, "organisation")),
                text(field(session, "startDate").map(FlinkSqlIT::utc)),
                text(field(session, "endDate").map(FlinkSqlIT::utc)),
                text(field(session, "user", "userId")),
                text(field(session, "test", "testId")),
                text(field(session, "test", "subject")),
                text(field(session, "result", "level")),
                text(field(session, "result", "durationSeconds")));
    }

    private static Optional<Object> field(Map<String, Object> session, String... path) {
        Optional<Object> value = Optional.of(session);
        for (String name : path) {
            value = value.map(struct -> ((Map<?, ?>) struct).get(name));
        }
        return value;
    }

    private static String utc(Object millis) {
        return UTC.format(Instant.ofEpochMilli((Long) millis));
    }

    private static String text(Optional<Object> value) {
        return value.map(Object::toString).orElse("NULL");
    }
}
