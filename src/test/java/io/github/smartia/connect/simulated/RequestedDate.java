package io.github.smartia.connect.simulated;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads dates as requests may write them: ISO 8601, or seconds since the epoch. */
final class RequestedDate {

    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,11}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private RequestedDate() {}

    static Instant parse(String text) {
        Function<String, Instant> reader = RequestedDate::dateTime;
        if (SECONDS.matcher(text).matches()) {
            reader = seconds -> Instant.ofEpochSecond(Long.parseLong(seconds));
        } else if (DAY.matcher(text).matches()) {
            reader = day -> LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        try {
            return reader.apply(text);
        } catch (DateTimeParseException e) {
            throw new BadRequest("dates must be ISO 8601 or Unix seconds");
        }
    }

    private static Instant dateTime(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
