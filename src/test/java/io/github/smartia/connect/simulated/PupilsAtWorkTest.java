package io.github.smartia.connect.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PupilsAtWorkTest {

    private static final double FAST = 30_000;
    private static final Duration WORK = Duration.ofMillis(40);

    private final Sessions sessions = new Sessions(new PageCutter(false, 1));
    private final PupilsAtWork pupils = PupilsAtWork.start(sessions, FAST, WORK, 7, Clock.systemUTC());

    @AfterEach
    void goHome() {
        pupils.close();
    }

    private long count(boolean completed, boolean withResult) {
        return sessions.all().stream()
                .filter(s -> s.isCompleted() == completed && s.result().isPresent() == withResult)
                .count();
    }

    @Test
    void sessionsStartAndCompleteAndGetTheirResult() {
        await().until(() -> count(false, false) > 0);
        await().until(() -> count(true, false) > 0);
        await().until(() -> count(true, true) > 20);

        assertThat(sessions.all())
                .filteredOn(SimulatedSession::isCompleted)
                .allMatch(session -> !session.endDate().orElseThrow().isBefore(session.startDate()));
    }

    @Test
    void nothingChangesAfterTheyWentHome() {
        await().until(() -> sessions.size() > 20);
        pupils.close();
        List<SimulatedSession> left = sessions.all();

        await().during(WORK.multipliedBy(2)).until(() -> sessions.all().equals(left));
    }

    @Test
    void theSeedDecidesWhoStartsFirst() {
        assertThat(firstUser(7)).isEqualTo(firstUser(7)).isNotEqualTo(firstUser(8));
    }

    private static String firstUser(long seed) {
        Sessions empty = new Sessions(new PageCutter(false, 1));
        PupilsAtWork slow = PupilsAtWork.start(empty, 1, Duration.ofHours(1), seed, Clock.systemUTC());
        await().until(() -> empty.size() == 1);
        slow.close();
        return empty.all().get(0).user().json();
    }
}
