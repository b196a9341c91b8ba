package io.github.smartia.connect.config.values;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** Where reading starts: an instant, a date, or empty for all history. */
public final class StartDate implements Validator {

    // What fits the four-digit years of ISO 8601, and the API's Unix timestamps.
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** The first millisecond to be read; a date stands for the start of that day in UTC. */
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
    public void ensureValid(String setting, Object value) {
        try {
            parse((String) value).ifPresent(start -> requireInRange(setting, start));
        } catch (DateTimeException e) {
            throw new ConfigException(
                    setting,
                    value,
                    "must be empty, a date such as 2026-09-01, "
                            + "or an instant with its time zone such as 2026-09-01T00:00:00Z.");
        }
    }

    private static void requireInRange(String setting, Instant start) {
        if (start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
            throw new ConfigException(setting, start, "must lie in the years 1970 to 9999.");
        }
    }

    @Override
    public String toString() {
        return "empty, an ISO 8601 date, or an ISO 8601 instant with its time zone";
    }
}
