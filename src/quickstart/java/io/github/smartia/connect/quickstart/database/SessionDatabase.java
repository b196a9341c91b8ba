package io.github.smartia.connect.quickstart.database;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.stack.Unchecked;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;

/** A DuckDB file with a table for each stream. While it is open, no other process can open it. */
public final class SessionDatabase implements AutoCloseable {

    /** Whoever opens the file may have an earlier version of DuckDB. */
    private static final String READABLE_BY_EARLIER = ";storage_compatibility_version=v1.0.0";

    private final Path file;
    private final DuckDBConnection connection;

    private SessionDatabase(Path file, DuckDBConnection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Creates the file with empty tables, in place of one that is there. */
    public static SessionDatabase create(Path file) {
        return Unchecked.get(() -> {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
            DuckDBConnection connection = DriverManager.getConnection("jdbc:duckdb:" + file + READABLE_BY_EARLIER)
                    .unwrap(DuckDBConnection.class);
            execute(connection, tables());
            return new SessionDatabase(file, connection);
        });
    }

    public Path file() {
        return file;
    }

    /** The table of a stream, for one thread. */
    public SessionTable table(SessionStream stream) {
        return Unchecked.get(() -> new SessionTable(connection.duplicate(), stream));
    }

    /** The rows of a table or view as a JSON array of objects, in order of their columns. For any thread. */
    public String json(String view) {
        return Unchecked.get(() -> {
            try (Connection reader = connection.duplicate()) {
                return query(
                        reader,
                        "SELECT coalesce(to_json(list(r)), '[]') FROM (FROM " + view + " ORDER BY ALL) r",
                        row -> row.getString(1));
            }
        });
    }

    static <T> T query(Connection connection, String sql, RowReader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return reader.read(result);
        }
    }

    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Writes all to the one file. Tables must be closed before. */
    @Override
    public void close() {
        Unchecked.run(connection::close);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String tables() throws IOException {
        try (InputStream sql = SessionDatabase.class.getResourceAsStream("tables.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
