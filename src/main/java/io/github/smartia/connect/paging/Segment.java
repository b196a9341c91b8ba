package io.github.smartia.connect.paging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a stream: every session that the API showed from one date up to another.
 *
 * @param entries in the order of the stream
 * @param from the first date that is covered
 * @param coveredTo the first date that is not covered; {@link Instant#MAX} for the open end. Equal to {@code from} if the
 *     entries belong to a group of ties too large to hold, and more of the group may follow
 * @param apiTime a lower bound of the API's time when the first page of the segment was requested; {@link Instant#MIN} if
 *     unknown
 */
public record Segment(List<PositionedEntry> entries, Instant from, Instant coveredTo, Instant apiTime) {

    public Segment {
        // The API's own order of equal dates may change from response to response.
        entries = entries.stream()
                .sorted(Comparator.comparing(PositionedEntry::position))
                .toList();
    }

    Segment with(List<PositionedEntry> more) {
        return new Segment(Stream.concat(entries.stream(), more.stream()).toList(), from, coveredTo, apiTime);
    }

    /** The part that begins at {@code date}, if the segment begins earlier. */
    public Segment since(Instant date) {
        if (!from.isBefore(date)) {
            return this;
        }
        List<PositionedEntry> remaining = entries.stream()
                .filter(entry -> !entry.hasOwnDate() || !entry.date().isBefore(date))
                .toList();
        return new Segment(remaining, date, coveredTo, apiTime);
    }

    /** Whether the segment is a part of a group of ties, and more of the group may follow. */
    public boolean isPart() {
        return coveredTo.equals(from);
    }

    /** Whether the segment reaches the open end of the stream. */
    public boolean isLast() {
        return coveredTo.equals(Instant.MAX);
    }
}
