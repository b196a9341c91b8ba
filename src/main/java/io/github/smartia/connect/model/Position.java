package io.github.smartia.connect.model;

import java.time.Instant;
import java.util.Comparator;

/**
 * A position in the order of a stream.
 *
 * @param date the stream's date, in whole milliseconds
 * @param sessionId orders sessions of the same date; empty for the position before all of them
 */
public record Position(Instant date, String sessionId) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::date).thenComparing(Position::sessionId);

    /** The position before all sessions of {@code date}. */
    public static Position startOf(Instant date) {
        return new Position(date, "");
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
