package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.paging.Oddities;
import io.github.smartia.connect.read.History.Choice;
import io.github.smartia.connect.read.History.Tuning;
import io.github.smartia.connect.read.ModelSession.Move;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The smallest history of each {@link Habit}. */
class HabitsTest {

    private static final Instant NOW = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final Duration LOOKBACK = Duration.ofMinutes(10);

    @ParameterizedTest
    @ValueSource(ints = {-400, 30})
    void movedSessionIsPublishedAtItsNewDate(int seconds) {
        ModelSession moving = new ModelSession(
                "a",
                NOW.minusSeconds(2_000),
                Optional.of(NOW.plusSeconds(60)),
                Duration.ZERO,
                Duration.ZERO,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Move(Duration.ofSeconds(60), Duration.ofSeconds(seconds))));

        Reading reading = read(Habit.MOVES_SESSIONS, moving, completed("b", 3_600));

        assertThat(reading.published(SessionStream.COMPLETED))
                .extracting(Session::sessionId, session -> session.endDate().orElseThrow())
                .containsExactly(
                        tuple("a", NOW.plusSeconds(60)),
                        tuple("a", NOW.plusSeconds(60 + seconds)),
                        tuple("b", NOW.plusSeconds(3_600)));
    }

    @Test
    void restartedSessionIsOpenedAndClosedAgain() {
        ModelSession first = new ModelSession(
                "a",
                NOW.minusSeconds(100),
                Optional.of(NOW.plusSeconds(60)),
                Duration.ZERO,
                List.of(),
                Optional.of(Duration.ofSeconds(60)));
        ModelSession second = new ModelSession(
                "a",
                NOW.plusSeconds(120),
                Optional.of(NOW.plusSeconds(200)),
                Duration.ZERO,
                List.of(),
                Optional.empty());

        Reading reading = read(Habit.BEGINS_AGAIN, first, second);

        assertThat(reading.published(SessionStream.IN_PROGRESS))
                .extracting(Session::startDate)
                .containsExactly(first.start(), second.start());
        assertThat(reading.inProgressTopic().get("a")).containsExactly(true, false, true, false);
    }

    @Test
    void responsesThatTakeMinutesAreUsed() {
        Reading reading = read(Habit.IS_SLOW, completed("a", -60), completed("b", 60));

        assertThat(reading.published(SessionStream.COMPLETED))
                .extracting(Session::sessionId)
                .containsExactly("a", "b");
    }

    @Test
    void withoutDateHeaderSessionDatesShowTheTime() {
        Reading reading =
                read(Habit.HIDES_ITS_TIME, completed("a", -3_600), completed("b", 3_600), completed("c", 3_700));

        assertThat(reading.published(SessionStream.COMPLETED))
                .extracting(Session::sessionId)
                .containsExactly("a", "b", "c");
        assertThat(reading.remembered(SessionStream.COMPLETED))
                .as("sessions within the lookback before the newest session")
                .containsExactlyInAnyOrder(NOW.plusSeconds(3_600), NOW.plusSeconds(3_700));
    }

    private static ModelSession completed(String id, int seconds) {
        Instant end = NOW.plusSeconds(seconds);
        return new ModelSession(
                id, end.minusSeconds(600), Optional.of(end), Duration.ZERO, List.of(), Optional.empty());
    }

    private static Reading read(Habit habit, ModelSession... sessions) {
        Tuning tuning = new Tuning(LOOKBACK, Duration.ofMillis(100), 100, 4, 1_000, Duration.ofMillis(500));
        History history = new History(
                List.of(sessions), NOW, tuning, Choice.ALL, List.of(), List.of(), Oddities.NONE, Set.of(habit), 2);
        Reading reading = Reading.of(history);
        new Promises(history, reading).hold();
        return reading;
    }
}
