package io.github.smartia.connect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressMeterTest {

    private final ProgressMeter meter = new ProgressMeter();

    @Test
    void ratesAreThoseOfTheLastSeconds() {
        measure(0, 1_000, 10);
        measure(1, 50_000, 1_000);
        for (int second = 2; second <= 10; second++) {
            measure(second, 50_000 + 100 * second, 1_000 + 5 * second);
        }
        Progress progress = measure(11, 50_000 + 100 * 11, 1_000 + 5 * 11);

        assertThat(progress.sessionsPerSecond()).isEqualTo(100);
        assertThat(progress.requestsPerSecond()).isEqualTo(OptionalDouble.of(5));
    }

    @Test
    void remainingIsWhatTheDatabaseLacks() {
        measure(0, 1_000, 0);
        Progress progress = measure(1, 1_500, 5);

        assertThat(progress.remaining()).isEqualTo(OptionalLong.of(8_500));
        assertThat(progress.readsHistory()).contains(true);
        assertThat(progress.timeLeft()).contains(Duration.ofSeconds(17));
    }

    @Test
    void aFewSessionsOnTheirWayAreNoHistory() {
        measure(0, 9_900, 0);
        Progress progress = measure(1, 9_950, 0);

        assertThat(progress.readsHistory()).contains(false);
        assertThat(progress.timeLeft()).isEmpty();
    }

    @Test
    void withoutSpeedNoTimeIsLeft() {
        assertThat(measure(0, 1_000, 0).timeLeft()).isEmpty();
    }

    @Test
    void anApiElsewhereTellsOnlyTheRate() {
        meter.measure(Sights.NOON, List.of(Sights.inProgress(0, 0)), Optional.empty());
        Progress progress =
                meter.measure(Sights.NOON.plusSeconds(2), List.of(Sights.inProgress(10, 0)), Optional.empty());

        assertThat(progress).isEqualTo(new Progress(5, OptionalDouble.empty(), OptionalLong.empty()));
        assertThat(progress.readsHistory()).isEmpty();
    }

    /** Of an API that holds 10,000 sessions. */
    private Progress measure(int second, long records, long requests) {
        return meter.measure(
                Sights.NOON.plusSeconds(second),
                List.of(Sights.inProgress(records, 0)),
                Optional.of(new ApiFigures(10_000, requests)));
    }
}
