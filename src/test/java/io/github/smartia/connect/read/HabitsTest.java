package io.github.smartia.connect.read;

import static io.github.smartia.connect.read.ModelSession.completed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.paging.Oddities;
import io.github.smartia.connect.read.History.Choice;
import io.github.smartia.connect.read.History.Tuning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The smallest history of each {@link Habit}, of dates ahead of the API's clock, and of ties that change while they are read. */
class HabitsTest {

    private static final Instant NOW = Instant.parse("2026-01-06T09:00:00.000Z");

    private final List<ModelSession> sessions = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {-400, 30})
    void movedSessionIsPublishedAtItsNewDate(int seconds) {
        sessions.add(completed("a", at(60)).movedBy(Duration.ofSeconds(seconds), Duration.ofSeconds(60)));
        sessions.add(completed("b", at(3_600)));

        assertThat(read(Habit.MOVES_SESSIONS).published(SessionStream.COMPLETED))
                .extracting(Session::sessionId, session -> session.endDate().orElseThrow())
                .containsExactly(tuple("a", at(60)), tuple("a", at(60 + seconds)), tuple("b", at(3_600)));
    }

    @Test
    void restartedSessionIsOpenedAndClosedAgain() {
        sessions.add(ModelSession.session("a", at(-100), at(60)).removedAfter(Duration.ofSeconds(60)));
        sessions.add(ModelSession.session("a", at(120), at(200)));

        Reading reading = read(Habit.BEGINS_AGAIN);

        assertThat(reading.published(SessionStream.IN_PROGRESS))
                .extracting(Session::startDate)
                .containsExactly(at(-100), at(120));
        assertThat(reading.inProgressTopic().get("a")).containsExactly(true, false, true, false);
    }

    @Test
    void responsesThatTakeMinutesAreUsed() {
        sessions.add(completed("a", at(-60)));
        sessions.add(completed("b", at(60)));

        assertThat(read(Habit.IS_SLOW).ids(SessionStream.COMPLETED)).containsExactly("a", "b");
    }

    @Test
    void withoutDateHeaderSessionDatesShowTheTime() {
        sessions.add(completed("a", at(-3_600)));
        sessions.add(completed("b", at(3_600)));
        sessions.add(completed("c", at(3_700)));

        Reading reading = read(Habit.HIDES_ITS_TIME);

        assertThat(reading.ids(SessionStream.COMPLETED)).containsExactly("a", "b", "c");
        assertThat(reading.remembered(SessionStream.COMPLETED))
                .as("sessions within the lookback before the newest session")
                .containsExactlyInAnyOrder(at(3_600), at(3_700));
    }

    @Test
    void placeholderFarAheadHidesNoOthers() {
        shownAt(-60, Instant.parse("9999-12-31T23:59:59.999Z"));
        shownAt(600, at(600));
        shownAt(1_200, at(1_200));

        assertThat(publishedInAnHour()).containsExactly("shown at -60", "shown at 600", "shown at 1200");
    }

    @Test
    void manySessionsADayAheadHideNoOthers() {
        for (int i = 0; i < 101; i++) {
            shownAt(-200 + i, at(86_400 + i));
        }
        shownAt(600, at(600));
        shownAt(1_200, at(1_200));

        assertThat(publishedInAnHour()).hasSize(103).endsWith("shown at 600", "shown at 1200");
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** The count stays the same, so the millisecond seems complete although one of its sessions was never shown. */
    @ParameterizedTest
    @MethodSource("seeds")
    void tieMissedDuringChangesIsPublished(long seed) {
        Instant start = at(-49);
        Instant end = at(11);
        Duration whileTheyAreRead = Duration.ofSeconds(5);
        for (int i = 0; i < 9; i++) {
            sessions.add(ModelSession.session("stays" + i, start, end));
        }
        sessions.add(ModelSession.session("comes", start, end).shownAfter(whileTheyAreRead));
        sessions.add(ModelSession.session("goes", start, end).removedAfter(whileTheyAreRead));
        Tuning tuning = new Tuning(Duration.ofSeconds(20), Duration.ofMillis(400), 3, 1, 1_000, Duration.ofMillis(500));
        Reading reading = Reading.begin(new History(sessions, NOW, tuning, Choice.ALL, List.of(), List.of(), seed));

        reading.readFor(Duration.ofMinutes(2));

        assertThat(reading.ids(SessionStream.COMPLETED))
                .doesNotHaveDuplicates()
                .contains("comes")
                .filteredOn(id -> id.startsWith("stays"))
                .hasSize(9);
    }

    private static Instant at(int seconds) {
        return NOW.plusSeconds(seconds);
    }

    private void shownAt(int seconds, Instant date) {
        sessions.add(ModelSession.session("shown at " + seconds, at(-1_000), date)
                .shownAfter(Duration.between(date, at(seconds))));
    }

    private List<String> publishedInAnHour() {
        Reading reading = Reading.begin(History.quiet(sessions, NOW, Tuning.FAST, Choice.COMPLETED));
        reading.readFor(Duration.ofHours(1));
        return reading.ids(SessionStream.COMPLETED);
    }

    /** Reads to the end, and checks the promises. */
    private Reading read(Habit habit) {
        History history = new History(
                sessions, NOW, Tuning.FAST, Choice.ALL, List.of(), List.of(), Oddities.NONE, Set.of(habit), 2);
        Reading reading = Reading.of(history);
        new Promises(history, reading).hold();
        return reading;
    }
}
