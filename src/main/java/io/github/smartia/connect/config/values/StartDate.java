package io.github.smartia.connect.config.values;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Where reading starts: an instant, a date, or empty for all history. */
public final class StartDate implements TextValidator {

    /** Dates from here to {@link #LATEST} have a year of four digits, as in ISO 8601, and fit into Kafka's timestamps. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** The first millisecond to read; a date means the start of that day in UTC. */
    public static Optional<Instant> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return Optional.empty();
        }
        Instant start = trimmed.contains("T")
                ? Instant.parse(trimmed)
                : LocalDate.parse(trimmed).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Optional.of(start.truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public Optional<String> problem(String text) {
        try {
            return parse(text)
                    .filter(start -> start.isBefore(EARLIEST) || start.isAfter(LATEST))
                    .map(start -> "must be in the years 1970 to 9999.");
        } catch (DateTimeException e) {
            return Optional.of("must be empty, a date such as 2026-09-01, or an instant with its time zone such as "
                    + "2026-09-01T00:00:00Z.");
        }
    }

    @Override
    public String toString() {
        return "an ISO 8601 date or an ISO 8601 instant with its time zone";
    }
}
