package io.github.smartia.connect.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDurationTest {

    /** Fractions of a second are cut off. The last is the longest that can be read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT1H30M|5400", "P1DT2H|93600", "PT0S|0", "P0D|0",
                "PT45M|2700", "PT90M|5400", "PT36H|129600", "PT59S|59",
                "P2W|1209600", "P1D|86400", "P1DT2H3M4S|93784", "P0Y0M0DT1H30M0S|5400",
                "PT1.999S|1", "PT0.5S|0", "PT1,5S|1", "PT1.5H|5400",
                "PT0.01M|0", "PT1H0.99M|3659", "P0.5D|43200", "P999999999WT999999999H|608399999391600"
            })
    void durationsOfAFixedLengthAreReadAsSeconds(String text, long seconds) {
        assertThat(IsoDuration.seconds(text)).contains(seconds);
    }

    /** Years and months have no fixed length. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "P1Y", "P2M", "P1M1D", "P1Y0M0DT1H", "", " ", "P", "PT",
                "P1DT", "1H", "PT1H ", "T1H", "PT1M1H", "PT-1H", "-PT1H", "PT.5S",
                "PT1.S", "PT1HS", "90 minutes", "01:30:00", "5400", "PT1e3S", "PT9999999999S"
            })
    void anythingElseIsNoDuration(String text) {
        assertThat(IsoDuration.seconds(text)).isEmpty();
    }
}
