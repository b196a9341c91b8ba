package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.smartia.connect.stack.Postgres;
import io.github.smartia.connect.stack.Resource;
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

    @AutoClose
    private static Postgres postgres;

    @BeforeAll
    static void startDatabase() {
        Postgres.obstacle().ifPresent(Assumptions::abort);
        postgres = Postgres.start("secret");
    }

    /** In the file, rows come first, then each query with its result. {@code a} has completed, {@code e} has begun again. */
    @Test
    void viewsCountInUtcWhatTheTablesHoldAndAreExplained() throws IOException {
        Postgres.Database database = databaseWithViews(postgres, "counted");
        List<String> blocks = List.of(Resource.text("analytics-views.txt").split("\n\n"));
        database.execute(blocks.get(0));
        assertThat(blocks.subList(1, blocks.size()))
                .allSatisfy(block -> assertThat(
                                database.rows(block.lines().findFirst().orElseThrow()))
                        .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                        .containsExactlyInAnyOrderElementsOf(
                                block.lines().skip(1).toList()));
        assertTimeGoesOn(database, "SELECT started_at, extract(epoch FROM open_for)::bigint FROM open_session");
        assertTimeGoesOn(
                database, "SELECT ended_at, extract(epoch FROM waiting_for)::bigint FROM sessions_without_result");
        assertThat(database.rows("SELECT relname, attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid"
                        + " WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace"
                        + " AND col_description(pg_class.oid, attnum) IS NULL"))
                .isEmpty();
        assertThat(database.rows("SELECT relname FROM pg_class WHERE relkind IN ('r', 'v')"
                        + " AND relnamespace = 'public'::regnamespace AND obj_description(oid) IS NULL"))
                .isEmpty();
    }

    private static void assertTimeGoesOn(Postgres.Database database, String query) {
        assertThat(database.rows(query))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(((Instant) row.get(0)).plusSeconds((Long) row.get(1)))
                        .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES)));
    }

    @Test
    void theStatementsOfThePageLetAnalystsSeeViewsAlone() throws IOException {
        Postgres.Database database = databaseWithViews(postgres, "granted");
        database.execute("CREATE TABLE counted (stream text, day date, sessions bigint)");
        DocumentedSql.of("analytics").statements().forEach(database::execute);
        assertThat(database.rows("SELECT viewname FROM pg_views WHERE schemaname = 'public'"))
                .hasSize(8)
                .allSatisfy(view -> database.execute("SET ROLE analysts; SELECT * FROM " + view.get(0)));
        for (String table : List.of("completed", "in_progress")) {
            assertThatThrownBy(() -> database.execute("SET ROLE analysts; SELECT * FROM " + table))
                    .hasMessageContaining("permission denied");
        }
    }

    /** A database after the first run of views.sql, and the second after an upgrade. */
    static Postgres.Database databaseWithViews(Postgres postgres, String name) throws IOException {
        Postgres.Database database = postgres.create(name);
        String views = Files.readString(Path.of("config", "analytics", "views.sql"));
        database.execute(views);
        database.execute(views);
        return database;
    }
}
