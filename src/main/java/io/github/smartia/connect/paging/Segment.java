package io.github.smartia.connect.paging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The next piece of a sweep: all sessions that the API showed from where the last piece ended up to {@code coveredTo}.
 *
 * @param entries in the order of the stream
 * @param coveredTo the first date that is not covered; {@link Instant#MAX} for the last piece of a sweep
 * @param askedAt when the first request behind this piece was asked for, in nanoseconds of the sweep's clock
 */
public record Segment(List<PositionedEntry> entries, Instant coveredTo, long askedAt) {

    public Segment {
        // Among equal dates the API has an order of its own, which may change.
        entries = entries.stream()
                .sorted(Comparator.comparing(PositionedEntry::position))
                .toList();
    }

    /** The same with more entries. */
    Segment with(List<PositionedEntry> more) {
        return new Segment(Stream.concat(entries.stream(), more.stream()).toList(), coveredTo, askedAt);
    }

    /** Whether it reaches the open end of the stream. */
    public boolean isLast() {
        return coveredTo.equals(Instant.MAX);
    }
}
