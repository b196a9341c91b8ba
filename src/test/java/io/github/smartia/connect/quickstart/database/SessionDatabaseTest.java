package io.github.smartia.connect.quickstart.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.quickstart.database.SessionTable.Extent;
import io.github.smartia.connect.stack.TopicRecord;
import io.github.smartia.connect.stack.Unchecked;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionDatabaseTest {

    private static final Schema KEY = SchemaBuilder.record("SessionKey")
            .fields()
            .requiredString("sessionId")
            .endRecord();

    private static final Instant START = Instant.parse("2026-01-31T23:50:00Z");
    private static final Instant END = Instant.parse("2026-02-01T00:20:00.123Z");

    @TempDir
    private Path directory;

    private SessionDatabase database;
    private SessionTable completed;
    private SessionTable inProgress;

    @BeforeEach
    void create() {
        database = SessionDatabase.create(directory.resolve("below").resolve("sessions.duckdb"));
        completed = database.table(SessionStream.COMPLETED);
        inProgress = database.table(SessionStream.IN_PROGRESS);
    }

    @AfterEach
    void close() {
        completed.close();
        inProgress.close();
        database.close();
    }

    @Test
    void sessionsBecomeRows() {
        completed.write(List.of(completed("a", START, END, "L1 - Lower")));
        assertThat(database.json("completed"))
                .isEqualTo("[{\"sessionid\":\"a\",\"organisation\":\"default\",\"status\":\"COMPLETED\","
                        + "\"startdate\":\"2026-01-31 23:50:00\",\"enddate\":\"2026-02-01 00:20:00.123\","
                        + "\"user_userid\":\"pupil of a\",\"test_testid\":\"test\",\"test_testversionid\":null,"
                        + "\"test_name\":null,\"test_subject\":\"Maths\","
                        + "\"result_createddate\":\"2026-02-01 00:20:01.123\",\"result_level\":\"L1 - Lower\","
                        + "\"result_duration\":null,\"result_durationseconds\":1800}]");
    }

    @Test
    void theLastRecordOfAnIdCounts() {
        inProgress.write(List.of(open("a", START), tombstone("a"), open("b", START), open("b", END)));
        assertThat(inProgress.extent()).isEqualTo(new Extent(1, Optional.of(END)));
        inProgress.write(List.of(tombstone("c"), tombstone("b"), open("b", START)));
        assertThat(inProgress.extent()).isEqualTo(new Extent(1, Optional.of(START)));
        inProgress.write(List.of(tombstone("b")));
        assertThat(inProgress.extent()).isEqualTo(new Extent(0, Optional.empty()));
    }

    @Test
    void aCompletedSessionIsOpenOnlyIfItBeganAgain() {
        inProgress.write(List.of(open("ended", START), open("again", END.plusSeconds(1))));
        completed.write(List.of(completed("ended", START, END), completed("again", START, END)));
        assertThat(database.json("(SELECT session_id, status FROM session)"))
                .isEqualTo("[{\"session_id\":\"again\",\"status\":\"IN_PROGRESS\"},"
                        + "{\"session_id\":\"ended\",\"status\":\"COMPLETED\"}]");
    }

    @Test
    void viewsCountByDayMonthAndMinutesInUtc() {
        completed.write(List.of(completed("a", START, END, "L1 - Lower"), completed("b", START, END, "L1 - Lower")));
        assertThat(database.json("sessions_per_day")).isEqualTo("[{\"day\":\"2026-02-01\",\"sessions\":2}]");
        assertThat(database.json("level_by_subject_month"))
                .isEqualTo(
                        "[{\"subject\":\"Maths\",\"month\":\"2026-02-01\",\"level\":\"L1 - Lower\",\"sessions\":2}]");
        assertThat(database.json("sessions_by_minutes"))
                .isEqualTo("[{\"subject\":\"Maths\",\"minutes\":30,\"sessions\":2}]");
    }

    @Test
    void whoStartedLongAgoIsNotAtWork() {
        Instant now = Instant.now();
        inProgress.write(List.of(open("a", now.minus(Duration.ofHours(4))), open("b", now)));
        assertThat(database.json("(SELECT pupil_id FROM pupil_at_work)")).isEqualTo("[{\"pupil_id\":\"pupil of b\"}]");
    }

    @Test
    void namesAreNotInTheFileAndAnotherFileReplacesIt() throws Exception {
        completed.write(List.of(completed("a", START, END)));
        close();
        assertThat(Files.readString(database.file(), StandardCharsets.ISO_8859_1))
                .contains("pupil of a")
                .doesNotContain("Samma");
        create();
        assertThat(database.json("completed")).isEqualTo("[]");
    }

    // Records as the connector writes them, by its published schemas.

    /** A session that has ended and has no result. */
    private static TopicRecord completed(String id, Instant start, Instant end) {
        GenericRecord session = session("CompletedSession", id, "COMPLETED", start);
        session.put("endDate", end.toEpochMilli());
        return record(id, Optional.of(session));
    }

    /** A session that has ended with a result. */
    private static TopicRecord completed(String id, Instant start, Instant end, String level) {
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
    private static TopicRecord open(String id, Instant start) {
        return record(id, Optional.of(session("InProgressSession", id, "IN_PROGRESS", start)));
    }

    /** What follows the end of a session in the topic of open ones. */
    private static TopicRecord tombstone(String id) {
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
