package io.github.smartia.connect.model;

import java.time.Instant;
import java.util.Comparator;

/**
 * A place in the order of a stream.
 *
 * @param date the stream's date, in whole milliseconds
 * @param sessionId breaks ties among equal dates; empty for the place before all sessions of that date
 */
public record Position(Instant date, String sessionId) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::date).thenComparing(Position::sessionId);

    /** The place before all sessions of {@code date}. */
    public static Position startOf(Instant date) {
        return new Position(date, "");
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
