package io.github.smartia.connect.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The API's date format: ISO 8601 in UTC, always with three digits of milliseconds. */
public final class ApiDates {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ApiDates() {}

    public static String format(Instant date) {
        return FORMAT.format(date);
    }
}
