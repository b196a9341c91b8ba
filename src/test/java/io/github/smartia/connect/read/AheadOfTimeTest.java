package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.read.History.Choice;
import io.github.smartia.connect.read.History.Tuning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sessions dated in the future: a pupil's device is fast, or a date is a placeholder. */
class AheadOfTimeTest {

    private static final Instant NOW = Instant.parse("2026-01-06T09:00:00.000Z");

    private final List<ModelSession> sessions = new ArrayList<>();

    @Test
    void sessionOfAFastDeviceHidesNoOthers() {
        shownAt(-60, NOW.plusSeconds(3_600));
        for (int seconds = 0; seconds < 1_200; seconds += 60) {
            shownAt(seconds, NOW.plusSeconds(seconds));
        }

        assertThat(published()).hasSize(21);
    }

    @Test
    void placeholderFarAheadHidesNoOthers() {
        shownAt(-60, Instant.parse("9999-12-31T23:59:59.999Z"));
        shownAt(600, NOW.plusSeconds(600));
        shownAt(1_200, NOW.plusSeconds(1_200));

        assertThat(published()).containsExactly("shown at -60", "shown at 600", "shown at 1200");
    }

    @Test
    void manySessionsADayAheadHideNoOthers() {
        for (int i = 0; i < 101; i++) {
            shownAt(-200 + i, NOW.plusSeconds(86_400 + i));
        }
        shownAt(600, NOW.plusSeconds(600));
        shownAt(1_200, NOW.plusSeconds(1_200));

        assertThat(published()).hasSize(103).endsWith("shown at 600", "shown at 1200");
    }

    private void shownAt(int seconds, Instant date) {
        sessions.add(new ModelSession(
                "shown at " + seconds,
                NOW.minusSeconds(1_000),
                Optional.of(date),
                Duration.between(date, NOW.plusSeconds(seconds)),
                List.of(),
                Optional.empty()));
    }

    private List<String> published() {
        return reading().published(SessionStream.COMPLETED).stream()
                .map(Session::sessionId)
                .toList();
    }

    private Reading reading() {
        Tuning tuning =
                new Tuning(Duration.ofMinutes(10), Duration.ofMillis(100), 100, 4, 1_000, Duration.ofMillis(500));
        Choice completed = new Choice(List.of(SessionStream.COMPLETED), Optional.empty(), false, true);
        Reading reading = new Reading(new History(sessions, NOW, tuning, completed, List.of(), List.of(), 2));
        reading.start();
        reading.readFor(Duration.ofHours(1));
        return reading;
    }
}
