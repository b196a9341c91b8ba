package io.github.smartia.connect.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0.0 s",
        "PT-3S, 0.0 s",
        "PT2.199S, 2.1 s",
        "PT59.999S, 59.9 s",
        "PT1M, 1 min 0 s",
        "PT59M59S, 59 min 59 s",
        "PT1H, 1 h 0 min",
        "PT23H59M, 23 h 59 min",
        "P1D, 1 d 0 h",
        "P1095DT5H30M, 1095 d 5 h"
    })
    void saysADurationInItsLargestUnits(Duration duration, String text) {
        assertThat(DurationText.of(duration)).isEqualTo(text);
    }
}
