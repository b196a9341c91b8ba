package io.github.smartia.connect.simulated;

import static io.github.smartia.connect.simulated.SimulatedSession.NOT_ENDED;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * Dates in milliseconds since the epoch, both bounds inclusive.
 *
 * @param to {@link SimulatedSession#NOT_ENDED} if sessions without the date are included
 */
record DateRange(long from, long to) {

    static final DateRange ANY = new DateRange(Long.MIN_VALUE, NOT_ENDED);

    /** Reads the filter of one date, a map of operators to dates. */
    @JsonCreator
    static DateRange read(Map<String, String> filter) {
        DateRange range = ANY;
        for (Map.Entry<String, String> bound : filter.entrySet()) {
            range = range.narrow(
                    bound.getKey(), OffsetDateTime.parse(bound.getValue()).toInstant());
        }
        return range;
    }

    private DateRange narrow(String operator, Instant date) {
        long floor = date.toEpochMilli();
        return switch (operator) {
            case "gt" -> new DateRange(floor + 1, Math.min(to, NOT_ENDED - 1));
            case "lt" -> new DateRange(from, date.equals(Instant.ofEpochMilli(floor)) ? floor - 1 : floor);
            default -> throw new IllegalArgumentException("dates are filtered by gt and lt");
        };
    }

    boolean contains(long millis) {
        return from <= millis && millis <= to;
    }
}
