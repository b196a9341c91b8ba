package io.github.smartia.connect.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiDatesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-06T09:00:00Z, 2026-01-06T09:00:00.000Z",
        "2026-01-06T09:00:00.1Z, 2026-01-06T09:00:00.100Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00.000Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000Z"
    })
    void datesAlwaysShowThreeDigitsOfMilliseconds(Instant date, String text) {
        assertThat(ApiDates.format(date)).isEqualTo(text);
    }
}
