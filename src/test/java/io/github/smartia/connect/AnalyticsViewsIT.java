package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.stack.Postgres;
import io.github.smartia.connect.stack.PostgresDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The views of config/analytics in PostgreSQL, whoever fills the tables. */
class AnalyticsViewsIT {

    private static Postgres postgres;

    @BeforeAll
    static void startDatabase() {
        Assumptions.assumeTrue(Postgres.isInstalled(), "PostgreSQL is not installed: Debian's package is postgresql");
        postgres = Postgres.start("secret");
    }

    @AfterAll
    static void stopDatabase() {
        Optional.ofNullable(postgres).ifPresent(Postgres::close);
    }

    @Test
    void aSessionInBothTablesIsOpenIfItBeganAgain() throws IOException {
        PostgresDatabase database = databaseWithViews(postgres, "begun");
        database.execute("""
                INSERT INTO completed (sessionid, organisation, startdate, enddate) VALUES
                  ('ended', 'oaks', '2026-01-12 09:00', '2026-01-12 09:40'),
                  ('again', 'oaks', '2026-01-12 09:00', '2026-01-12 09:40');
                INSERT INTO in_progress (sessionid, organisation, startdate) VALUES
                  ('ended', 'oaks', '2026-01-12 09:00'),
                  ('again', 'oaks', '2026-01-12 11:00');
                """);

        assertThat(database.rows("SELECT session_id, status FROM session"))
                .containsExactlyInAnyOrder(List.of("ended", "COMPLETED"), List.of("again", "IN_PROGRESS"));
        assertThat(database.rows("SELECT stream, sessions FROM sessions_per_day"))
                .containsExactlyInAnyOrder(List.of("completed", 1L), List.of("in-progress", 1L));
    }

    @Test
    void theStatementsOfThePageLetAnalystsSeeViewsAlone() throws IOException {
        PostgresDatabase database = databaseWithViews(postgres, "granted");
        database.execute("CREATE TABLE api_counts (stream text, day date, sessions bigint)");
        AnalyticsPage.statements().forEach(database::execute);

        List<List<Object>> views =
                database.rows("SELECT viewname FROM pg_views WHERE schemaname = 'public' ORDER BY viewname");
        assertThat(views)
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
