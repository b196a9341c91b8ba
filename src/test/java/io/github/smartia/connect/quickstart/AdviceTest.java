package io.github.smartia.connect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.quickstart.database.SessionDatabase;
import io.github.smartia.connect.quickstart.database.SessionRecords;
import io.github.smartia.connect.quickstart.database.SessionTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdviceTest {

    @Test
    void eachQueryHasAnAnswer(@TempDir Path directory) throws SQLException {
        Path file = directory.resolve("sessions.duckdb");
        fill(file);

        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            for (String query : Advice.QUERIES) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    assertThat(rows.next()).as(query).isTrue();
                }
            }
        }
    }

    @Test
    void saysHowToOpenTheFile() {
        assertThat(Advice.on(Path.of("some.duckdb")))
                .contains("  duckdb some.duckdb")
                .containsAll(Advice.QUERIES.stream().map(query -> "  " + query).toList())
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(100));
    }

    private static void fill(Path file) {
        Instant end = Instant.parse("2026-01-06T10:00:00Z");
        try (SessionDatabase database = SessionDatabase.create(file);
                SessionTable table = database.table(SessionStream.COMPLETED)) {
            table.write(List.of(SessionRecords.completed("a", end.minusSeconds(60), end, "L1 - Lower")));
        }
    }
}
