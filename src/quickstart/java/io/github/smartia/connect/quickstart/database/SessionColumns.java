package io.github.smartia.connect.quickstart.database;

import java.sql.SQLException;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.duckdb.DuckDBAppender;

/** The fields of a record that become columns, in the order of tables.sql. None but the id says anything about the pupil. */
final class SessionColumns {

    private SessionColumns() {}

    static void append(GenericRecord session, DuckDBAppender row) throws SQLException {
        row.beginRow();
        append(session.getSchema(), Optional.of(session), row);
        row.endRow();
    }

    /** @param struct empty where it is null, as are its columns then */
    private static void append(Schema schema, Optional<GenericRecord> struct, DuckDBAppender row) throws SQLException {
        for (Schema.Field field : schema.getFields()) {
            Optional<Object> value = struct.map(fields -> fields.get(field.name()));
            Schema type = type(field);
            if (type.getType() == Schema.Type.RECORD) {
                append(type, value.map(GenericRecord.class::cast), row);
            } else if (isColumn(schema, field)) {
                append(field.name(), value, row);
            }
        }
    }

    private static Schema type(Schema.Field field) {
        Schema schema = field.schema();
        return schema.isUnion() ? schema.getTypes().get(schema.getTypes().size() - 1) : schema;
    }

    private static boolean isColumn(Schema struct, Schema.Field field) {
        return struct.getName().equals("User")
                ? field.name().equals("userId")
                : !field.name().equals("additionalFields");
    }

    private static void append(String field, Optional<Object> value, DuckDBAppender row) throws SQLException {
        if (value.isEmpty()) {
            row.appendNull();
        } else if (value.get() instanceof Long millis && field.endsWith("Date")) {
            row.appendEpochMicros(1_000 * millis);
        } else if (value.get() instanceof Long number) {
            row.append(number.longValue());
        } else {
            row.append(value.get().toString());
        }
    }
}
