package io.github.smartia.connect.stack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** One database of a {@link Postgres}. */
public record PostgresDatabase(int port, String password, String name) {

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** The variables from which psql knows where to go. */
    public Map<String, String> environment() {
        return Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                Integer.toString(port),
                "PGDATABASE",
                name,
                "PGUSER",
                Postgres.USER,
                "PGPASSWORD",
                password);
    }

    public void execute(String statements) {
        Unchecked.run(() -> {
            try (Connection connection = source().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(statements);
            }
        });
    }

    /** The rows of a query; dates and times as those of {@code java.time}. */
    public List<List<Object>> rows(String query) {
        return Unchecked.get(() -> {
            try (Connection connection = source().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(query)) {
                List<List<Object>> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        });
    }

    private static List<Object> row(ResultSet result) throws SQLException {
        List<Object> row = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            Object value = result.getObject(column);
            if (value instanceof Timestamp time) {
                value = time.toInstant();
            } else if (value instanceof java.sql.Date day) {
                value = day.toLocalDate();
            }
            row.add(value);
        }
        return row;
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(Postgres.USER);
        source.setPassword(password);
        return source;
    }
}
