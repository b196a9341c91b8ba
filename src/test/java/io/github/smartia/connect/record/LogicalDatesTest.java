package io.github.smartia.connect.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every case in a time zone far from UTC, where a conversion that uses the JVM's own zone would be off by a day. */
class LogicalDatesTest {

    private final TimeZone original = TimeZone.getDefault();

    @BeforeEach
    @AfterEach
    void restoreTimeZone() {
        TimeZone.setDefault(original);
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, 2010-07-01, 14791",
        "Pacific/Pago_Pago, 2010-07-01, 14791",
        "Europe/London, 1970-01-01, 0",
        "America/New_York, 1970-01-01, 0",
        "Asia/Tokyo, 1969-12-31, -1",
        "America/New_York, 1969-12-31, -1",
        "Europe/London, 1970-01-02, 1",
        "America/Los_Angeles, 1900-03-01, -25508",
        "Europe/London, 2012-02-29, 15399",
    })
    void aDayIsTheSameDayInEveryTimeZone(String zone, LocalDate day, int daysSinceEpoch) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));

        assertThat(Date.fromLogical(Date.SCHEMA, LogicalDates.date(day))).isEqualTo(daysSinceEpoch);
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, 1970-01-01T00:00:00.001Z, 1",
        "America/New_York, 1970-01-02T00:00:00.000Z, 86400000",
        "Europe/London, 1969-12-31T23:59:59.999Z, -1",
        "Asia/Tokyo, 2001-09-09T01:46:40.123Z, 1000000000123",
    })
    void anInstantKeepsItsMillisecondInEveryTimeZone(String zone, Instant instant, long millis) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));

        assertThat(Timestamp.fromLogical(Timestamp.SCHEMA, LogicalDates.timestamp(instant)))
                .isEqualTo(millis);
    }
}
