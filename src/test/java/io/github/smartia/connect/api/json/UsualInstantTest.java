package io.github.smartia.connect.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsualInstantTest {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** @param millis from the year 0 to the end of the year 9999 */
    @Property
    void whatTheApiWritesIsRead(
            @ForAll @LongRange(min = -62_167_219_200_000L, max = 253_402_300_799_999L) long millis) {
        Instant instant = Instant.ofEpochMilli(millis);

        assertThat(UsualInstant.parse(MILLIS.format(instant))).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-06T09:30:00Z",
                "2026-01-06T09:30:00.25Z",
                "2026-01-06T09:30:00.250250Z",
                "2026-01-06t09:30:00.250z",
                "2026-01-06T09:30:00.250+",
                "2026-01-06T09:30:0٣.250Z",
                "-026-01-06T09:30:00.250Z",
                "2026-01-06T24:00:00.000Z",
                "2016-12-31T23:59:60.000Z"
            })
    void whatIsWrittenInAnotherWayIsLeftToTheJdk(String text) {
        assertThat(UsualInstant.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-00-06T09:30:00.250Z",
                "2026-13-06T09:30:00.250Z",
                "2026-02-29T09:30:00.250Z",
                "2026-01-00T09:30:00.250Z",
                "2026-01-06T09:60:00.250Z"
            })
    void aDateThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> UsualInstant.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
