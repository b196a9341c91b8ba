package io.github.smartia.connect.quickstart.database;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.stack.TopicRecord;
import io.github.smartia.connect.stack.Unchecked;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The table of one stream: it holds for each key what the newest record of its topic says. For one thread. */
public final class SessionTable implements AutoCloseable {

    /** How much a table holds: a row for each session; the newest date is empty in an empty table. */
    public record Extent(long rows, Optional<Instant> newest) {}

    private final DuckDBConnection connection;
    private final String name;
    private final String date;

    /** @param connection closed with this; nobody else uses it */
    SessionTable(DuckDBConnection connection, SessionStream stream) throws SQLException {
        this.connection = connection;
        this.name = stream.streamName().replace('-', '_');
        this.date = stream.dateField().apiName();
        // Records wait there until they are written all at once.
        SessionDatabase.execute(connection, "CREATE TEMP TABLE staged AS FROM " + name + " LIMIT 0");
    }

    /** Writes records in their order, all or none: a session replaces that of its key, a tombstone deletes it. */
    public void write(List<TopicRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        Map<String, Optional<GenericRecord>> latest = new LinkedHashMap<>();
        records.forEach(record -> latest.put(record.keyRecord().get("sessionId").toString(), record.value()));
        Unchecked.run(() -> {
            connection.setAutoCommit(false);
            delete(latest);
            replace(latest.values().stream().flatMap(Optional::stream).toList());
            connection.commit();
            connection.setAutoCommit(true);
        });
    }

    /** How many sessions the table holds, and the newest date by which its stream is ordered. */
    public Extent extent() {
        return Unchecked.get(() -> SessionDatabase.query(
                connection,
                "SELECT count(*), max(" + date + ") FROM " + name,
                row -> new Extent(
                        row.getLong(1),
                        Optional.ofNullable(row.getObject(2, LocalDateTime.class))
                                .map(utc -> utc.toInstant(ZoneOffset.UTC)))));
    }

    @Override
    public void close() {
        Unchecked.run(connection::close);
    }

    private void delete(Map<String, Optional<GenericRecord>> latest) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + name + " WHERE sessionid = ?")) {
            for (Map.Entry<String, Optional<GenericRecord>> session : latest.entrySet()) {
                if (session.getValue().isEmpty()) {
                    delete.setString(1, session.getKey());
                    delete.execute();
                }
            }
        }
    }

    private void replace(Collection<GenericRecord> sessions) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("temp", "main", "staged")) {
            for (GenericRecord session : sessions) {
                SessionColumns.append(session, appender);
            }
        }
        SessionDatabase.execute(connection, "INSERT OR REPLACE INTO " + name + " FROM staged");
        SessionDatabase.execute(connection, "DELETE FROM staged");
    }
}
