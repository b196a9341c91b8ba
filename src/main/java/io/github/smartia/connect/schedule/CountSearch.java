package io.github.smartia.connect.schedule;

import io.github.smartia.connect.read.PublishedSessions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Looks for sessions that came late, where the API counts others than were published: by the counts from dates in between,
 * each of which halves the span. What it looks at is published as usual. Not thread-safe.
 */
final class CountSearch {

    private final PublishedSessions published;
    private final int pageSize;
    private Instant from;
    private Instant to;
    private Optional<Instant> asked = Optional.empty();

    /**
     * @param from from here on the API counts others than were published
     * @param to from here on every session is known
     */
    CountSearch(PublishedSessions published, Instant from, Instant to, int pageSize) {
        this.published = published;
        this.from = from;
        this.to = to;
        this.pageSize = pageSize;
    }

    /** The next date to read a page from; empty where everything was looked at. */
    Optional<Instant> next() {
        boolean fitsOnAPage = published.countBetween(from, to) < pageSize;
        Optional<Instant> middle = fitsOnAPage
                ? Optional.empty()
                : published
                        .middleBetween(from, to)
                        .map(date -> date.truncatedTo(ChronoUnit.SECONDS))
                        .filter(date -> date.isAfter(from));
        Optional<Instant> next = middle.or(() -> Optional.of(from));
        if (next.equals(asked)) {
            return Optional.empty();
        }
        asked = next;
        return next;
    }

    /**
     * A page was read from a date.
     *
     * @param differs whether the API counts others from there on than were published
     */
    void counted(Instant date, boolean differs) {
        if (differs) {
            from = date;
        } else if (date.isAfter(from)) {
            to = date;
        }
    }
}
