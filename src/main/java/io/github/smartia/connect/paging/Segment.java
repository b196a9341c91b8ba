package io.github.smartia.connect.paging;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of a stream: every session that the API showed from one date up to another.
 *
 * @param entries in the order of the stream
 * @param from the first date that is covered
 * @param coveredTo the first date after it that is not covered; {@link Instant#MAX} for the open end; equal to {@code from}
 *     where the entries are some of a group too large to hold, and others of their date may follow
 * @param apiTime what the API's time was at least when the first request behind the piece was made; {@link Instant#MIN} where
 *     that is not known
 */
public record Segment(List<PositionedEntry> entries, Instant from, Instant coveredTo, Instant apiTime) {

    public Segment {
        // Among equal dates the API has an order of its own, which may change.
        entries = entries.stream()
                .sorted(Comparator.comparing(PositionedEntry::position))
                .toList();
    }

    /** The same with more entries. */
    Segment with(List<PositionedEntry> more) {
        return new Segment(Stream.concat(entries.stream(), more.stream()).toList(), from, coveredTo, apiTime);
    }

    /** The same without what is dated before {@code date}. */
    public Segment since(Instant date) {
        List<PositionedEntry> rest = entries.stream()
                .filter(entry -> !entry.hasOwnDate() || !entry.date().isBefore(date))
                .toList();
        return new Segment(rest, from, coveredTo, apiTime);
    }

    /** Whether it reaches the open end of the stream. */
    public boolean isLast() {
        return coveredTo.equals(Instant.MAX);
    }
}
