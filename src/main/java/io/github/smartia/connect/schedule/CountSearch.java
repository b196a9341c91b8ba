package io.github.smartia.connect.schedule;

import io.github.smartia.connect.read.PublishedSessions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A binary search for late sessions, where the API's count differs from the published sessions: the count from a date
 * in the middle halves the span. The pages that are read are published as usual. Not thread-safe.
 */
final class CountSearch {

    private final PublishedSessions published;
    private final int pageSize;
    private Instant from;
    private Instant to;
    private Optional<Instant> requested = Optional.empty();

    /**
     * @param from from this date on, the API's count differs from the published sessions
     * @param to from this date on, every session is known
     */
    CountSearch(PublishedSessions published, Instant from, Instant to, int pageSize) {
        this.published = published;
        this.from = from;
        this.to = to;
        this.pageSize = pageSize;
    }

    /** The next date to read a page from; empty if the whole span was read. */
    Optional<Instant> next() {
        boolean fitsOnAPage = published.countBetween(from, to) < pageSize;
        Optional<Instant> middle = fitsOnAPage
                ? Optional.empty()
                : published
                        .middleBetween(from, to)
                        .map(date -> date.truncatedTo(ChronoUnit.SECONDS))
                        .filter(date -> date.isAfter(from));
        Optional<Instant> next = middle.or(() -> Optional.of(from));
        if (next.equals(requested)) {
            return Optional.empty();
        }
        requested = next;
        return next;
    }

    /**
     * Takes the count from a date.
     *
     * @param differs whether the count differs from the published sessions
     */
    void counted(Instant date, boolean differs) {
        if (differs) {
            from = date;
        } else if (date.isAfter(from)) {
            to = date;
        }
    }
}
