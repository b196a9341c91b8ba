package io.github.smartia.connect.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanDurationTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0.0 s",
        "PT0.02S, 0.1 s",
        "PT9.91S, 10.0 s",
        "PT10.001S, 11 s",
        "PT99S, 99 s",
        "PT1M40S, 2 min",
        "PT59M, 59 min",
        "PT59M1S, 1 h 0 min",
        "PT1H, 1 h 0 min",
        "PT3H20M, 3 h 20 min",
        "PT53H, 2 d 5 h"
    })
    void isAsExactAsAReaderWantsIt(Duration duration, String text) {
        assertThat(HumanDuration.of(duration)).isEqualTo(text);
    }
}
