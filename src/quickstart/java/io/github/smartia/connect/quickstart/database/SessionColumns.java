package io.github.smartia.connect.quickstart.database;

import io.github.smartia.connect.model.SessionStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.duckdb.DuckDBAppender;

/**
 * The fields of a record that become columns, in the order of tables.sql. None but the id says anything about the pupil.
 *
 * @param paths dotted where nested
 */
record SessionColumns(List<String> paths) {

    private static final List<String> COMPLETED = List.of(
            "sessionId",
            "organisation",
            "status",
            "startDate",
            "endDate",
            "user.userId",
            "test.testId",
            "test.testVersionId",
            "test.name",
            "test.subject",
            "result.createdDate",
            "result.level",
            "result.duration",
            "result.durationSeconds");

    SessionColumns {
        paths = List.copyOf(paths);
    }

    static SessionColumns of(SessionStream stream) {
        return new SessionColumns(
                stream == SessionStream.COMPLETED
                        ? COMPLETED
                        : COMPLETED.stream()
                                .filter(path -> !path.equals("endDate") && !path.startsWith("result."))
                                .toList());
    }

    /** Appends a row. */
    void append(GenericRecord session, DuckDBAppender appender) throws SQLException {
        appender.beginRow();
        for (String path : paths) {
            append(path, valueAt(path, session), appender);
        }
        appender.endRow();
    }

    /** Empty also where the struct that it is in is null. */
    private static Optional<Object> valueAt(String path, GenericRecord session) {
        Optional<Object> value = Optional.of(session);
        for (String field : path.split("\\.", 0)) {
            value = value.map(struct -> ((GenericRecord) struct).get(field));
        }
        return value;
    }

    private static void append(String path, Optional<Object> field, DuckDBAppender appender) throws SQLException {
        if (field.isEmpty()) {
            appender.appendNull();
            return;
        }
        Object value = field.get();
        if (value instanceof Long millis && path.endsWith("Date")) {
            appender.appendEpochMicros(1_000 * millis);
        } else if (value instanceof Long number) {
            appender.append(number.longValue());
        } else {
            appender.append(value.toString());
        }
    }
}
