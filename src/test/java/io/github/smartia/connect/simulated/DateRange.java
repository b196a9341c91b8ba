package io.github.smartia.connect.simulated;

import static io.github.smartia.connect.simulated.SimulatedSession.NOT_ENDED;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Dates in milliseconds since the epoch, both bounds included.
 *
 * @param to {@link SimulatedSession#NOT_ENDED} where sessions without the date are in it too
 */
record DateRange(long from, long to) {

    static final DateRange ANY = new DateRange(Long.MIN_VALUE, NOT_ENDED);

    boolean contains(long millis) {
        return from <= millis && millis <= to;
    }

    DateRange after(Instant date) {
        return from(date.toEpochMilli() + 1);
    }

    DateRange notBefore(Instant date) {
        return from(isWholeMillis(date) ? date.toEpochMilli() : date.toEpochMilli() + 1);
    }

    DateRange before(Instant date) {
        return new DateRange(from, isWholeMillis(date) ? date.toEpochMilli() - 1 : date.toEpochMilli());
    }

    DateRange notAfter(Instant date) {
        return new DateRange(from, date.toEpochMilli());
    }

    private DateRange from(long millis) {
        return new DateRange(millis, Math.min(to, NOT_ENDED - 1));
    }

    private static boolean isWholeMillis(Instant date) {
        return date.equals(date.truncatedTo(ChronoUnit.MILLIS));
    }
}
