package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.documents.DocumentedCommand;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Postgres;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.WorkerOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PGInterval;

/** From the topics into PostgreSQL by the files in {@code config/analytics}. */
@ExtendWith(StackExtension.class)
class AnalyticsIT {

    private static final String PAGE = "src/docs/analytics.md";
    private static final String PASSWORD = UUID.randomUUID().toString();

    @AutoClose
    private static Postgres postgres;

    /** What the views must hold is computed from tables that are filled with the API's sessions. */
    private static Postgres.Database expected;

    @AutoClose
    private static ConnectWorker worker;

    @AutoClose
    private final AnalyticsSchools schools = new AnalyticsSchools();

    @BeforeAll
    static void startDatabaseAndWorker(Stack stack) throws IOException {
        Postgres.obstacle().ifPresent(Assumptions::abort);
        postgres = Postgres.start(PASSWORD);
        expected = AnalyticsViewsIT.databaseWithViews(postgres, "expected");
        worker = stack.startWorker(WorkerOptions.inGroup("sinks")
                .withExactlyOnce()
                // Far from UTC: dates must not depend on it.
                .withJvmOptions("-Duser.timezone=Asia/Kolkata")
                .with("plugin.path", stack.pluginPathWith(Path.of(System.getProperty("stack.sink"))))
                .with("config.providers", "env,file")
                .with("config.providers.env.class", EnvVarConfigProvider.class.getName())
                .withEnvironment(Map.of("SMART_IA_POSTGRES_PASSWORD", PASSWORD)));
    }

    @Test
    void everyViewHoldsWhatTheApiHas(Stack stack) throws IOException {
        schools.addHistory();
        Postgres.Database database = AnalyticsViewsIT.databaseWithViews(postgres, "views");
        try (RunningConnector connector =
                        schools.connector(stack, worker.rest(), "views").start();
                Sinks sinks = Sinks.of(stack, worker.rest(), "views", database).start()) {
            awaitViews(database);
            assertThatTheTablesHoldThePupil(database);

            schools.changeAndComplete(0);
            awaitViews(database);

            excludeNames(connector, database);
            awaitViews(database);

            schools.erase(stack, "views");
            awaitViews(database);
            assertThat(sinks.areRunning()).isTrue();
            assertThatDifferencesAreFound(database);
        }
    }

    @Test
    void flatRecordsFillTheViewsWithoutTransforms(Stack stack) throws IOException {
        schools.of("oaks").addAll(SchoolSessions.peculiar());
        Postgres.Database database = AnalyticsViewsIT.databaseWithViews(postgres, "flat_tables");
        try (RunningConnector connector = schools.connector(stack, worker.rest(), "flat-tables")
                        .with("record.shape", "flat")
                        .start();
                Sinks sinks = Sinks.of(stack, worker.rest(), "flat-tables", database)
                        .withoutTransforms()
                        .start()) {
            connector.completed().awaitCount(1);
            awaitViews(database);
            assertThat(database.rows("SELECT user_emails, additionalfields::json #>> '{cohort,forms,0}' FROM completed"
                            + " WHERE additionalfields::json -> 'test.level' IS NOT NULL"))
                    .containsExactly(List.of("plantina.Seedling@school.example", "7A"));
            assertThat(sinks.areRunning()).isTrue();
        }
    }

    @Test
    void theCommandsOfThePageLeadToTheViews(Stack stack, @TempDir Path directory) throws InterruptedException {
        schools.of("oaks").addAll(SchoolSessions.completed(40));
        schools.of("elms").addAll(SchoolSessions.inProgress(10));
        Postgres.Database database = postgres.create("commands");
        DocumentedCommand.of(PAGE, "psql -v ON_ERROR_STOP=1 -f").run(database.environment());
        Sinks sinks = Sinks.of(stack, worker.rest(), "commands", database);
        try (sinks;
                RunningConnector connector =
                        schools.connector(stack, worker.rest(), "commands").start()) {
            send("completed", sinks, directory);
            send("in-progress", sinks, directory);
            connector.completed().awaitCount(40);
            awaitViews(database);
            assertThatThePageShowsAndCompares(database);
        }
    }

    /** A sink's file, to a worker at another port than that which the page shows. */
    private static void send(String stream, Sinks sinks, Path directory) throws InterruptedException {
        String file = "config/analytics/sink-" + stream + ".json";
        DocumentedCommand.of(PAGE, "curl -H 'Content-Type: application/json' --data @" + file)
                .with(file, sinks.write(stream, directory))
                .with("localhost:8083", worker.rest().uri().getAuthority())
                .run();
    }

    private void assertThatThePageShowsAndCompares(Postgres.Database database) throws InterruptedException {
        assertThat(DocumentedCommand.of(PAGE, "psql -c 'SELECT * FROM sessions_by_organisation'")
                        .run(database.environment()))
                .containsPattern("elms +\\| +10 \\| +0 \\| +10 ")
                .containsPattern("oaks +\\| +40 \\| +40 \\| +0 ");
        assertThat(DocumentedCommand.of(PAGE, "echo \"x-api-key: $SMART_IA_API_KEY\" | curl")
                        .with("https://connect.century.tech/api/v1", schools.url())
                        .run(Map.of("SMART_IA_API_KEY", "key-of-oaks")))
                .contains("\"total\":40,");
        assertThat(DocumentedCommand.of(PAGE, "psql -c \"SELECT organisation, sessions FROM sessions_per_day")
                        .run(database.environment()))
                .containsPattern("oaks +\\| +40\n");
    }

    private static void assertThatTheTablesHoldThePupil(Postgres.Database database) {
        for (String table : List.of("completed", "in_progress")) {
            assertThat(database.rows("SELECT DISTINCT user_fullname, user_upn, user_emails[1], user_dateofbirth FROM "
                            + table + " WHERE user_userid = '" + SchoolSessions.USER_ID + "'"))
                    .containsExactly(List.of(
                            "Plantina Rootstock Seedling",
                            "PLA99999",
                            "plantina.Seedling@school.example",
                            LocalDate.of(2011, 3, 1)));
        }
    }

    private void excludeNames(RunningConnector connector, Postgres.Database database) throws IOException {
        String named = "SELECT count(user_fullname) FROM completed";
        List<List<Object>> before = database.rows(named);
        // Or the task of before would publish names of the sessions that come next.
        connector.stop();
        connector
                .with("user.fields.exclude", "fullName,firstName,middleName,lastName,emails,dateOfBirth")
                .create();
        connector.resume();

        schools.changeAndComplete(1);
        awaitViews(database);
        assertThat(database.rows(named)).as("names that stay").isEqualTo(before);

        database.execute(DocumentedSql.of("analytics").statement("ALTER TABLE completed DROP COLUMN"));
        database.execute(DocumentedSql.of("analytics").statement("ALTER TABLE in_progress DROP COLUMN"));
        schools.changeAndComplete(2);
        awaitViews(database);
        assertThatThrownBy(() -> database.rows(named)).hasMessageContaining("user_fullname");
    }

    /** By the query of the page, on what the API counts, and where a session is lost. */
    private void assertThatDifferencesAreFound(Postgres.Database database) throws IOException {
        database.execute("CREATE TABLE counted (stream text, day date, sessions bigint)");
        expected.rows("SELECT stream, day, sessions FROM sessions_per_day WHERE organisation = 'oaks'")
                .forEach(day ->
                        database.execute("INSERT INTO counted VALUES ('%s', '%s', %s)".formatted(day.toArray())));
        String differences = DocumentedSql.of("analytics").statement("FULL JOIN");
        assertThat(database.rows(differences)).isEmpty();

        database.execute(
                "DELETE FROM completed WHERE sessionid = (SELECT min(sessionid) FROM completed WHERE organisation = 'oaks')");

        assertThat(database.rows(differences))
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("completed"));
    }

    private void awaitViews(Postgres.Database database) {
        schools.fill(expected);
        expected.rows("SELECT viewname FROM pg_views WHERE schemaname = 'public'")
                .forEach(view -> awaitRows(database, "SELECT * FROM " + view.get(0)));
        // Without tombstones open_session would be right, and this table would grow.
        awaitRows(database, "SELECT count(*) FROM in_progress");
    }

    private static void awaitRows(Postgres.Database database, String query) {
        Awaitility.await(query)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(rows(database, query))
                        .as(query)
                        .containsExactlyInAnyOrderElementsOf(rows(expected, query)));
    }

    /** Without the time that has passed, which differs in each query. */
    private static List<List<Object>> rows(Postgres.Database database, String query) {
        return database.rows(query).stream()
                .map(row -> row.stream()
                        .filter(value -> !(value instanceof PGInterval))
                        .toList())
                .toList();
    }
}
