package io.github.smartia.connect.quickstart.database;

import io.github.smartia.connect.stack.TopicRecord;
import io.github.smartia.connect.stack.Unchecked;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Records as the connector writes them, by its published schemas. */
final class SessionRecords {

    private static final Schema KEY = SchemaBuilder.record("SessionKey")
            .fields()
            .requiredString("sessionId")
            .endRecord();

    private SessionRecords() {}

    /** A session that has ended and has no result. */
    static TopicRecord completed(String id, Instant start, Instant end) {
        GenericRecord session = session("CompletedSession", id, "COMPLETED", start);
        session.put("endDate", end.toEpochMilli());
        return record(id, Optional.of(session));
    }

    /** A session that has ended with a result. */
    static TopicRecord completed(String id, Instant start, Instant end, String level) {
        TopicRecord record = completed(id, start, end);
        Schema schema = record.valueRecord().getSchema().getField("result").schema();
        GenericRecord result = new GenericData.Record(schema.getTypes().get(1));
        result.put("level", level);
        result.put("createdDate", end.plusSeconds(1).toEpochMilli());
        result.put("durationSeconds", end.getEpochSecond() - start.getEpochSecond());
        record.valueRecord().put("result", result);
        return record;
    }

    /** A session that has not ended. */
    static TopicRecord open(String id, Instant start) {
        return record(id, Optional.of(session("InProgressSession", id, "IN_PROGRESS", start)));
    }

    /** What follows the end of a session in the topic of open ones. */
    static TopicRecord tombstone(String id) {
        return record(id, Optional.empty());
    }

    private static GenericRecord session(String name, String id, String status, Instant start) {
        Path file = Path.of("src", "main", "avro", name + ".avsc");
        Schema schema = Unchecked.get(() -> new Schema.Parser().parse(file.toFile()));
        GenericRecord session = new GenericData.Record(schema);
        session.put("sessionId", id);
        session.put("organisation", "default");
        session.put("status", status);
        session.put("startDate", start.toEpochMilli());
        session.put("user", struct(schema.getField("user"), "userId", "pupil of " + id, "fullName", "Samma Pelton"));
        session.put("test", struct(schema.getField("test"), "testId", "test", "subject", "Maths"));
        return session;
    }

    private static GenericRecord struct(Schema.Field field, String one, String value, String other, String otherValue) {
        GenericRecord struct = new GenericData.Record(field.schema());
        struct.put(one, value);
        struct.put(other, otherValue);
        return struct;
    }

    private static TopicRecord record(String id, Optional<GenericRecord> value) {
        GenericRecord key = new GenericData.Record(KEY);
        key.put("sessionId", id);
        return new TopicRecord(Optional.of(key), value, 0, 0, Instant.EPOCH, Map.of());
    }
}
