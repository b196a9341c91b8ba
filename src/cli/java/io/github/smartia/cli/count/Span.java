package io.github.smartia.cli.count;

import io.github.smartia.cli.api.SessionStream;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days of a stream that are counted.
 *
 * @param from the first day
 * @param before the day after the last
 */
public record Span(SessionStream stream, LocalDate from, LocalDate before) {

    /** The first days of all periods that the span touches. */
    List<LocalDate> periods(Period by) {
        return Stream.iterate(by.first(from), first -> first.isBefore(before), by::next)
                .toList();
    }

    /** The part of a period that lies within the span. */
    Span within(Period by, LocalDate first) {
        LocalDate end = by.next(first);
        return new Span(stream, first.isBefore(from) ? from : first, end.isAfter(before) ? before : end);
    }
}
