package io.github.smartia.connect.config.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartDateTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, 2026-09-01T00:00:00Z",
        "' 2026-09-01 ', 2026-09-01T00:00:00Z",
        "2026-09-01T08:30:00Z, 2026-09-01T08:30:00Z",
        "2026-09-01T08:30:00.123Z, 2026-09-01T08:30:00.123Z",
        "2026-09-01T08:30:00.123999Z, 2026-09-01T08:30:00.123Z",
        "2026-09-01T00:30:00+01:00, 2026-08-31T23:30:00Z",
        "1970-01-01, 1970-01-01T00:00:00Z",
        "9999-12-31, 9999-12-31T00:00:00Z",
    })
    void readsInstantsAndDays(String text, Instant start) {
        assertThat(StartDate.parse(text)).contains(start);
        assertThatCode(() -> new StartDate().ensureValid("start.date", text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void takesEmptyForAllHistory(String text) {
        assertThat(StartDate.parse(text)).isEmpty();
        assertThatCode(() -> new StartDate().ensureValid("start.date", text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "01/09/2026",
                "2026-9-1",
                "2026-02-30",
                "2026-09-01T08:30:00",
                "2026-09-01 08:30:00Z",
                "1788220800",
                "1969-12-31",
                "+10000-01-01",
                "+1000000000-01-01T00:00:00Z",
            })
    void refusesWhatIsNoDateInRange(String text) {
        assertThatThrownBy(() -> new StartDate().ensureValid("start.date", text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("start.date");
    }
}
