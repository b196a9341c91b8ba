package io.github.smartia.connect.quickstart.database;

import static io.github.smartia.connect.quickstart.database.SessionRecords.completed;
import static io.github.smartia.connect.quickstart.database.SessionRecords.open;
import static io.github.smartia.connect.quickstart.database.SessionRecords.tombstone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SessionDatabaseTest {

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

        assertThat(rows("completed"))
                .singleElement()
                .satisfies(row -> assertThat(row.toString())
                        .isEqualTo("{\"sessionid\":\"a\",\"organisation\":\"default\",\"status\":\"COMPLETED\","
                                + "\"startdate\":\"2026-01-31 23:50:00\",\"enddate\":\"2026-02-01 00:20:00.123\","
                                + "\"user_userid\":\"pupil of a\",\"test_testid\":\"test\",\"test_testversionid\":null,"
                                + "\"test_name\":null,\"test_subject\":\"Maths\","
                                + "\"result_createddate\":\"2026-02-01 00:20:01.123\",\"result_level\":\"L1 - Lower\","
                                + "\"result_duration\":null,\"result_durationseconds\":1800}"));
    }

    @Test
    void aSessionReplacesThatOfItsId() {
        completed.write(List.of(completed("a", START, END)));
        completed.write(List.of(completed("a", START, END, "L1 - Lower"), completed("b", START, START)));

        assertThat(completed.extent()).isEqualTo(new Extent(2, Optional.of(END)));
        assertThat(rows("completed").get(0).path("result_level").asString()).isEqualTo("L1 - Lower");
    }

    @Test
    void theLastRecordOfAnIdCountsInOneWrite() {
        inProgress.write(List.of(open("a", START), tombstone("a"), open("b", START), open("b", END)));
        inProgress.write(List.of(tombstone("c"), tombstone("b"), open("b", START)));

        assertThat(inProgress.extent()).isEqualTo(new Extent(1, Optional.of(START)));
    }

    @Test
    void aTombstoneDeletesItsSession() {
        inProgress.write(List.of(open("a", START), open("b", START)));
        inProgress.write(List.of(tombstone("a")));

        assertThat(rows("open_session"))
                .extracting(row -> row.path("session_id").asString())
                .containsExactly("b");
    }

    @Test
    void aCompletedSessionIsOpenInNoView() {
        inProgress.write(List.of(open("a", START)));
        completed.write(List.of(completed("a", START, END)));

        assertThat(rows("open_session")).isEmpty();
        assertThat(rows("session"))
                .extracting(row -> row.path("status").asString())
                .containsExactly("COMPLETED");
    }

    @Test
    void aSessionBegunAgainIsOpen() {
        completed.write(List.of(completed("a", START, END)));
        inProgress.write(List.of(open("a", END.plusSeconds(1))));

        assertThat(rows("session"))
                .extracting(row -> row.path("status").asString())
                .containsExactly("IN_PROGRESS");
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

        assertThat(rows("pupil_at_work"))
                .extracting(row -> row.path("pupil_id").asString())
                .containsExactly("pupil of b");
    }

    @Test
    void anEmptyViewIsAnEmptyArray() {
        assertThat(database.json("sessions_per_day")).isEqualTo("[]");
    }

    @Test
    void thousandsAreWrittenAtOnce() {
        completed.write(IntStream.range(0, 5_000)
                .mapToObj(i -> completed("session " + i, START, END))
                .toList());

        assertThat(completed.extent().rows()).isEqualTo(5_000);
    }

    @Test
    void anotherFileReplacesTheFirst() {
        completed.write(List.of(completed("a", START, END)));
        close();
        create();

        assertThat(completed.extent()).isEqualTo(new Extent(0, Optional.empty()));
    }

    @Test
    void namesAreNotInTheFile() throws Exception {
        completed.write(List.of(completed("a", START, END)));
        close();

        assertThat(Files.readString(database.file(), StandardCharsets.ISO_8859_1))
                .contains("pupil of a")
                .doesNotContain("Samma");
        create();
    }

    private List<JsonNode> rows(String view) {
        return JsonMapper.shared().readTree(database.json(view)).valueStream().toList();
    }
}
