package io.github.smartia.connect.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.concurrent.TimeUnit;

/** Dates as Connect's logical types represent them: in UTC, independent of the worker's time zone. */
final class LogicalDates {

    private LogicalDates() {}

    /** For {@link org.apache.kafka.connect.data.Timestamp}. */
    @SuppressWarnings("JavaUtilDate") // Connect's logical types take no other class.
    static Date timestamp(Instant instant) {
        return new Date(instant.toEpochMilli());
    }

    /** For {@link org.apache.kafka.connect.data.Date}: midnight UTC of that day. */
    @SuppressWarnings("JavaUtilDate") // Connect's logical types take no other class.
    static Date date(LocalDate day) {
        return new Date(TimeUnit.DAYS.toMillis(day.toEpochDay()));
    }
}
