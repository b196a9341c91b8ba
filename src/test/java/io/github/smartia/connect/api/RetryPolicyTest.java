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

    @ParameterizedTest
    @CsvSource({"500, 9, 250, 500", "1, 1, 1, 1", "86400000, 60, 43200000, 86400000"})
    void boundsMayBeEqual(long bounds, int failures, long least, long most) {
        assertThat(backoff(bounds, bounds).delay(failures, UNASKED).toMillis()).isBetween(least, most);
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
