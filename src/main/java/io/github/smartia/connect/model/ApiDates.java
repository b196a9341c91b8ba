package io.github.smartia.connect.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as the API writes them: ISO 8601 in UTC, always with three digits of milliseconds. */
public final class ApiDates {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ApiDates() {}

    public static String text(Instant date) {
        return FORMAT.format(date);
    }
}
