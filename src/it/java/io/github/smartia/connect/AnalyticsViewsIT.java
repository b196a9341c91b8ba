package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.smartia.connect.stack.Postgres;
import io.github.smartia.connect.stack.PostgresDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The views of config/analytics in PostgreSQL, whoever fills the tables. */
class AnalyticsViewsIT {

    private static final String SESSIONS = """
            INSERT INTO completed (sessionid, organisation, startdate, enddate, user_userid, test_subject, result_level,
              result_duration, result_durationseconds) VALUES
              ('a', 'oaks', '2025-11-30 23:00', '2025-11-30 23:59:59.999', 'p1', 'Maths', 'L1', 'PT10M1S', 601),
              ('b', 'oaks', '2025-11-30 23:30', '2025-12-01 00:00', 'p2', 'Maths', 'L1', 'PT20M', 1200),
              ('c', 'elms', '2025-12-01 10:00', '2025-12-01 11:00', 'p3', 'Maths', 'L2', 'PT30M', 1800),
              ('d', 'elms', '2025-12-01 10:00', '2025-12-01 12:00', 'p3', NULL, NULL, NULL, NULL),
              ('e', 'elms', '2025-12-01 10:00', '2025-12-01 12:30', 'p4', 'Maths', 'L1', NULL, NULL);
            INSERT INTO in_progress (sessionid, organisation, startdate, user_userid, test_subject) VALUES
              ('a', 'oaks', '2025-11-30 23:00', 'p1', 'Maths'),
              ('e', 'elms', '2025-12-02 09:00', 'p4', 'Maths'),
              ('f', 'oaks', '2025-12-02 09:30', 'p1', 'Science');
            """;

    @AutoClose
    private static Postgres postgres;

    @BeforeAll
    static void startDatabase() {
        Postgres.obstacle().ifPresent(Assumptions::abort);
        postgres = Postgres.start("secret");
    }

    /** The rows are for people to check: {@code a} has completed, {@code e} has begun again. */
    @Test
    void viewsCountInUtcWhatTheTablesHold() throws IOException {
        PostgresDatabase database = databaseWithViews(postgres, "counted");
        database.execute(SESSIONS);
        assertRows(database, "session_id, status FROM session", """
                a, COMPLETED
                b, COMPLETED
                c, COMPLETED
                d, COMPLETED
                e, IN_PROGRESS
                f, IN_PROGRESS""");
        assertRows(database, "session_id, organisation, started_at, pupil_id, subject FROM open_session", """
                e, elms, 2025-12-02T09:00:00Z, p4, Maths
                f, oaks, 2025-12-02T09:30:00Z, p1, Science""");
        assertRows(database, "session_id, organisation, ended_at, pupil_id FROM sessions_without_result", """
                d, elms, 2025-12-01T12:00:00Z, p3""");
        assertRows(database, "* FROM level_by_subject_month", """
                Maths, 2025-11-01, L1, 1
                Maths, 2025-12-01, L1, 1
                Maths, 2025-12-01, L2, 1""");
        assertRows(database, "* FROM duration_by_subject", """
                Maths, 3, 721, 901, 1200, 1500, 1680""");
        assertRows(database, "* FROM sessions_by_organisation", """
                elms, 3, 2, 1, 1, 2, 2025-12-01T10:00:00Z, 2025-12-02T09:00:00Z
                oaks, 3, 2, 1, 0, 2, 2025-11-30T23:00:00Z, 2025-12-02T09:30:00Z""");
        assertRows(database, "* FROM sessions_per_day", """
                completed, elms, 2025-12-01, 2
                completed, oaks, 2025-11-30, 1
                completed, oaks, 2025-12-01, 1
                in-progress, elms, 2025-12-02, 1
                in-progress, oaks, 2025-12-02, 1""");
        assertRows(database, "* FROM sessions_per_month", """
                completed, elms, 2025-12-01, 2
                completed, oaks, 2025-11-01, 1
                completed, oaks, 2025-12-01, 1
                in-progress, elms, 2025-12-01, 1
                in-progress, oaks, 2025-12-01, 1""");
        assertTimeGoesOn(database, "SELECT started_at, extract(epoch FROM open_for)::bigint FROM open_session");
        assertTimeGoesOn(
                database, "SELECT ended_at, extract(epoch FROM waiting_for)::bigint FROM sessions_without_result");
    }

    private static void assertRows(PostgresDatabase database, String what, String expected) {
        assertThat(database.rows("SELECT " + what))
                .as(what)
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                .containsExactlyInAnyOrderElementsOf(expected.lines().toList());
    }

    private static void assertTimeGoesOn(PostgresDatabase database, String query) {
        assertThat(database.rows(query))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(((Instant) row.get(0)).plusSeconds((Long) row.get(1)))
                        .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES)));
    }

    @Test
    void theStatementsOfThePageLetAnalystsSeeViewsAlone() throws IOException {
        PostgresDatabase database = databaseWithViews(postgres, "granted");
        database.execute("CREATE TABLE api_counts (stream text, day date, sessions bigint)");
        DocumentedSql.of("analytics").statements().forEach(database::execute);
        assertThat(database.rows("SELECT viewname FROM pg_views WHERE schemaname = 'public'"))
                .hasSize(8)
                .allSatisfy(view -> database.execute("SET ROLE analysts; SELECT * FROM " + view.get(0)));
        for (String table : List.of("completed", "in_progress")) {
            assertThatThrownBy(() -> database.execute("SET ROLE analysts; SELECT * FROM " + table))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void everyColumnOfAViewIsExplained() throws IOException {
        PostgresDatabase database = databaseWithViews(postgres, "explained");
        assertThat(database.rows("SELECT relname, attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid"
                        + " WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace"
                        + " AND col_description(pg_class.oid, attnum) IS NULL"))
                .isEmpty();
        assertThat(database.rows("SELECT relname FROM pg_class WHERE relkind IN ('r', 'v')"
                        + " AND relnamespace = 'public'::regnamespace AND obj_description(oid) IS NULL"))
                .isEmpty();
    }

    /** A database after the first run of views.sql, and the second after an upgrade. */
    static PostgresDatabase databaseWithViews(Postgres postgres, String name) throws IOException {
        PostgresDatabase database = postgres.create(name);
        String views = Files.readString(Path.of("config", "analytics", "views.sql"));
        database.execute(views);
        database.execute(views);
        return database;
    }
}
