package io.github.smartia.connect.simulated;

import static io.github.smartia.connect.simulated.SimulatedSession.NOT_ENDED;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;

/**
 * Dates in milliseconds since the epoch, both bounds included.
 *
 * @param to {@link SimulatedSession#NOT_ENDED} where sessions without the date are included
 */
record DateRange(long from, long to) {

    static final DateRange ANY = new DateRange(Long.MIN_VALUE, NOT_ENDED);

    private static final Set<String> LOWER = Set.of("gt", "gte");
    private static final Set<String> UPPER = Set.of("lt", "lte");

    /** Reads the filter of one date: operators to dates. */
    @JsonCreator
    static DateRange read(Map<String, String> filter) {
        PageRequest.require(
                !filter.keySet().containsAll(LOWER) && !filter.keySet().containsAll(UPPER),
                "two bounds of one side must not be combined");
        DateRange range = ANY;
        for (Map.Entry<String, String> bound : filter.entrySet()) {
            range = range.narrow(bound.getKey(), parse(bound.getValue()));
        }
        return range;
    }

    private DateRange narrow(String operator, Instant date) {
        long floor = date.toEpochMilli();
        boolean whole = date.equals(Instant.ofEpochMilli(floor));
        return switch (operator) {
            case "gt" -> from(floor + 1);
            case "gte" -> from(whole ? floor : floor + 1);
            case "lt" -> new DateRange(from, whole ? floor - 1 : floor);
            case "lte" -> new DateRange(from, floor);
            default -> throw new IllegalArgumentException("dates are filtered by gt, gte, lt and lte");
        };
    }

    private DateRange from(long millis) {
        return new DateRange(millis, Math.min(to, NOT_ENDED - 1));
    }

    /** Reads a date as requests may write it: ISO 8601, or seconds since the epoch. */
    private static Instant parse(String text) {
        try {
            if (text.matches("-?\\d{1,11}")) {
                return Instant.ofEpochSecond(Long.parseLong(text));
            }
            return text.length() == "2026-01-06".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("dates must be ISO 8601 or Unix seconds");
        }
    }

    boolean contains(long millis) {
        return from <= millis && millis <= to;
    }
}
