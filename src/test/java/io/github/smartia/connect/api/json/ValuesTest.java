package io.github.smartia.connect.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** @param millis from the year 1 to the end of the year 9999 */
    @Property
    void documentedFormatIsRead(
            @ForAll @LongRange(min = -62_135_596_800_000L, max = 253_402_300_799_999L) long millis) {
        Instant instant = Instant.ofEpochMilli(millis);

        assertThat(Values.instant(MILLIS.format(instant))).contains(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-06T09:30:00.250Z, 2026-01-06T09:30:00.250Z",
        "2026-01-06T09:30:00Z, 2026-01-06T09:30:00Z",
        "2026-01-06T01:00Z, 2026-01-06T01:00:00Z",
        "2026-01-06T09:30:00.5Z, 2026-01-06T09:30:00.500Z",
        "2026-01-06T09:30:00.123456Z, 2026-01-06T09:30:00.123Z",
        "2026-01-06T09:30:00.999999999Z, 2026-01-06T09:30:00.999Z",
        "1969-12-31T23:59:59.9999Z, 1969-12-31T23:59:59.999Z",
        "2026-01-06t09:30:00z, 2026-01-06T09:30:00Z",
        "2026-01-06T09:30:00.250+0000, 2026-01-06T09:30:00.250Z",
        "2026-01-06T09:30:00+00, 2026-01-06T09:30:00Z",
        "2026-01-06T09:30:00+01, 2026-01-06T08:30:00Z",
        "2026-01-06T09:30:00+0130, 2026-01-06T08:00:00Z",
        "2026-01-06T09:30:00+01:30, 2026-01-06T08:00:00Z",
        "2026-01-05T23:30:00.5-02:30, 2026-01-06T02:00:00.500Z",
        "2026-01-06T09:30+0100, 2026-01-06T08:30:00Z",
        "20260106T090000Z, 2026-01-06T09:00:00Z",
        "20260106T0900Z, 2026-01-06T09:00:00Z",
        "20260106T090000.123456+0100, 2026-01-06T08:00:00.123Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999Z"
    })
    void instantOfAnyIsoFormatIsCutToMilliseconds(String text, Instant expected) {
        assertThat(Values.instant(text)).contains(expected);
    }

    /** The last have a year of other than four digits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "yesterday", "1767700000",
                "2026-01-06", "2026-01-06T09:30:00", "2026-01-06T09Z",
                "2026-01-06T09:30.5Z", "2026-01-06T09:30:00.250ZZ", "2026-01-06 09:30:00Z",
                "20260106T090000", "2026106T090000Z", "T09:30:00Z",
                "Z", "-026-01-06T09:30:00.250Z", "2026-01-06T09:30:0٣.250Z",
                "2026-00-06T09:30:00.250Z", "2026-13-06T09:30:00.250Z", "2026-02-29T09:30:00.250Z",
                "2026-02-30T00:00:00Z", "20260230T000000Z", "2026-01-00T09:30:00.250Z",
                "2026-01-06T25:00:00.000Z", "2026-01-06T09:60:00.250Z", "2026-01-06T09:30:61.250Z",
                "2026-01-06T09:30:00+25:00", "0000-12-31T23:59:59.999Z", "0001-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59.999-18:00", "+10000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59-18:00"
            })
    void textThatIsNoInstantIsEmpty(String text) {
        assertThat(Values.instant(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2011-02-28, 2011-02-28", "20110228, 2011-02-28", "0001-01-01, 0001-01-01", "9999-12-31, 9999-12-31"})
    void dayOfEitherIsoFormatIsRead(String text, LocalDate expected) {
        assertThat(Values.day(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "28/02/2011", "2011-02-29", "20110229", "2011-2-28",
                "2011-02", "2011-02-28T00:00:00Z", "0000-12-31", "+10000-01-01", "+999999999-01-01"
            })
    void textThatIsNoDayIsEmpty(String text) {
        assertThat(Values.day(text)).isEmpty();
    }
}
