package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final Optional<Duration> UNASKED = Optional.empty();

    @ParameterizedTest
    @CsvSource({
        "1, 1000",
        "2, 2000",
        "3, 4000",
        "6, 32000",
        "7, 60000",
        "8, 60000",
        "100, 60000",
        "1000000, 60000",
        "2147483647, 60000"
    })
    void waitDoublesToItsBoundAndIsSpreadOverItsUpperHalf(int failures, long longest) {
        RetryPolicy backoff = backoff(1_000, 60_000);

        for (int i = 0; i < 200; i++) {
            assertThat(backoff.delay(failures, UNASKED).toMillis()).isBetween(longest / 2, longest);
        }
    }

    @Test
    void waitsAreSpread() {
        RetryPolicy backoff = backoff(1_000, 60_000);

        assertThat(Stream.generate(() -> backoff.delay(1, UNASKED)).limit(100).distinct())
                .hasSizeGreaterThan(50);
    }

    @Test
    void boundsMayBeEqual() {
        assertThat(backoff(500, 500).delay(9, UNASKED).toMillis()).isBetween(250L, 500L);
    }

    @Test
    void shortestAndLongestBoundsHold() {
        assertThat(backoff(1, 1).delay(1, UNASKED)).isEqualTo(Duration.ofMillis(1));
        assertThat(backoff(86_400_000, 86_400_000).delay(60, UNASKED))
                .isBetween(Duration.ofHours(12), Duration.ofDays(1));
    }

    @ParameterizedTest
    @CsvSource({"PT0.1S", "PT1H"})
    void waitThatTheApiAskedForWinsOverBothBounds(Duration asked) {
        assertThat(backoff(1_000, 60_000).delay(5, Optional.of(asked))).isEqualTo(asked);
    }

    private static RetryPolicy backoff(long first, long longest) {
        return new RetryPolicy(-1, Duration.ofMillis(first), Duration.ofMillis(longest), new Random(1));
    }
}
