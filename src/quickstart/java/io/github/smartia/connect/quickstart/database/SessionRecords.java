package io.github.smartia.connect.quickstart.database;

import io.github.smartia.connect.stack.TopicRecord;
import io.github.smartia.connect.stack.Unchecked;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

/** Records as the connector writes them, by its published schemas. */
public final class SessionRecords {

    private static final Schema KEY = SchemaBuilder.record("SessionKey")
            .fields()
            .requiredString("sessionId")
            .endRecord();

    private SessionRecords() {}

    /** A session that has ended and has no result. */
    public static TopicRecord completed(String id, Instant start, Instant end) {
        return record(id, completedBuilder(id, start, end).build());
    }

    /** A session that has ended with a result. */
    public static TopicRecord completed(String id, Instant start, Instant end, String level) {
        GenericRecordBuilder session = completedBuilder(id, start, end);
        Schema result = schema("CompletedSession")
                .getField("result")
                .schema()
                .getTypes()
                .get(1);
        session.set(
                "result",
                new GenericRecordBuilder(result)
                        .set("level", level)
                        .set("createdDate", end.plusSeconds(1).toEpochMilli())
                        .set("durationSeconds", end.getEpochSecond() - start.getEpochSecond())
                        .build());
        return record(id, session.build());
    }

    /** A session that has not ended. */
    public static TopicRecord open(String id, Instant start) {
        return record(id, builder("InProgressSession", id, "IN_PROGRESS", start).build());
    }

    /** What follows the end of a session in the topic of open ones. */
    public static TopicRecord tombstone(String id) {
        return new TopicRecord(Optional.of(key(id)), Optional.empty(), 0, 0, Instant.EPOCH, Map.of());
    }

    private static GenericRecordBuilder completedBuilder(String id, Instant start, Instant end) {
        return builder("CompletedSession", id, "COMPLETED", start).set("endDate", end.toEpochMilli());
    }

    private static GenericRecordBuilder builder(String name, String id, String status, Instant start) {
        Schema schema = schema(name);
        return new GenericRecordBuilder(schema)
                .set("sessionId", id)
                .set("organisation", "default")
                .set("status", status)
                .set("startDate", start.toEpochMilli())
                .set(
                        "user",
                        new GenericRecordBuilder(schema.getField("user").schema())
                                .set("userId", "pupil of " + id)
                                .set("fullName", "Samma Pelton")
                                .build())
                .set(
                        "test",
                        new GenericRecordBuilder(schema.getField("test").schema())
                                .set("testId", "test")
                                .set("subject", "Maths")
                                .build());
    }

    private static TopicRecord record(String id, GenericRecord value) {
        return new TopicRecord(Optional.of(key(id)), Optional.of(value), 0, 0, Instant.EPOCH, Map.of());
    }

    private static GenericRecord key(String id) {
        return new GenericRecordBuilder(KEY).set("sessionId", id).build();
    }

    private static Schema schema(String name) {
        return Unchecked.get(() -> new Schema.Parser()
                .parse(Path.of("src", "main", "avro", name + ".avsc").toFile()));
    }
}
