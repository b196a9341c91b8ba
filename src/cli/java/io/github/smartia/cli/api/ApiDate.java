package io.github.smartia.cli.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Dates in the forms of ISO 8601 that the connector reads. */
public final class ApiDate {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("[uuuu-MM-dd'T'HH:mm[:ss]][uuuuMMdd'T'HHmm[ss]]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .parseLenient()
            .appendOffset("+HH", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private ApiDate() {}

    /** Reads a date with all of its digits; empty if the text is not a date with time and offset. */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.of(FORMAT.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The format of a date without its value: {@code 0} for each digit. */
    public static String form(String text) {
        return read(text).isPresent() ? text.replaceAll("\\d", "0") : "not a date";
    }
}
