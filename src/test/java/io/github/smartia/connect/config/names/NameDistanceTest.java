package io.github.smartia.connect.config.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', abc, 3",
        "same, same, 0",
        "interval, intervall, 1",
        "intervall, interval, 1",
        "organisation, organization, 1",
        "key, kye, 1",
        "kitten, sitting, 3",
        "ca, abc, 3",
    })
    void anEditOfOneCharacterCountsOne(String a, String b, int edits) {
        assertThat(NameDistance.between(a, b)).isEqualTo(edits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start.date", "start_date", "start-date", "START_DATE", "startDate", "start date"})
    void formsOfOneNameAreTheSame(String name) {
        assertThat(NameDistance.plain(name)).isEqualTo("start.date");
    }
}
