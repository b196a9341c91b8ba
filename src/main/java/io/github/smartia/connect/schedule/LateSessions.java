package io.github.smartia.connect.schedule;

import io.github.smartia.connect.paging.Sweep;
import io.github.smartia.connect.read.PublishedSessions;
import io.github.smartia.connect.read.StreamState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Compares the API's count of sessions with the number of published ones, and searches the completed sessions for the
 * difference. Each step compares the counts from a date in the middle, and so halves the span. A count only decides which page
 * to read sooner; sessions that are found are published like any others. A difference that remains after a search, for example
 * because the API counts wrongly, is expected from then on. Not thread-safe.
 */
final class LateSessions {

    private final StreamState state;
    private final PublishedSessions published;
    private final int pageSize;
    private final PollBackoff backoff = new PollBackoff();
    /** The expected value of the API's count less the number of published sessions; empty before the first count. */
    private Optional<Long> expectedDifference = Optional.empty();

    private long difference;
    private boolean searching;
    private long publishedBefore;
    /** From this date on, the API's count differs from the published sessions. */
    private Instant from = Instant.MIN;
    /** From this date on, every session is known. */
    private Instant to = Instant.MIN;

    private Optional<Instant> requested = Optional.empty();

    LateSessions(StreamState state, int pageSize) {
        this.state = state;
        this.published = state.published();
        this.pageSize = pageSize;
    }

    void startPoll() {
        backoff.startPoll();
    }

    /**
     * Takes the count of a response with the newest sessions, after their publication.
     *
     * @param total how many sessions the API counts from the watermark on
     * @param recentFrom all sessions from this date on are known
     */
    void newestCounted(long total, Instant recentFrom) {
        long known = publishedFrom(state.secondOfWatermark());
        difference = total - known;
        if (searching) {
            return;
        }
        boolean differs =
                expectedDifference.filter(expected -> expected != difference).isPresent();
        if (differs && state.stream().closesSessions() && backoff.mayTry()) {
            searching = true;
            publishedBefore = known;
            from = state.watermark();
            to = recentFrom;
            requested = Optional.empty();
        } else {
            expectedDifference = Optional.of(difference);
        }
    }

    /** The date from which the search needs a page; empty if nothing is searched for. */
    Optional<Instant> next() {
        if (!searching) {
            return Optional.empty();
        }
        boolean hasFound = publishedFrom(state.secondOfWatermark()) > publishedBefore;
        Instant next = middle().orElse(from);
        if (hasFound || requested.filter(next::equals).isPresent()) {
            endSearch(hasFound);
            return Optional.empty();
        }
        requested = Optional.of(next);
        return requested;
    }

    private Optional<Instant> middle() {
        boolean fitsOnAPage = published.countBetween(from, to) < pageSize;
        return fitsOnAPage
                ? Optional.empty()
                : published
                        .middleBetween(from, to)
                        .map(date -> date.truncatedTo(ChronoUnit.SECONDS))
                        .filter(date -> date.isAfter(from));
    }

    private void endSearch(boolean hasFound) {
        searching = false;
        backoff.tried(hasFound);
        if (!hasFound) {
            expectedDifference = Optional.of(difference);
        }
    }

    /**
     * Takes the count of a page of the lookback, after its publication.
     *
     * @return whether the count differs from the published sessions by an unexpected number
     */
    boolean lookbackCounted(Sweep part) {
        Instant date = part.requestedFrom();
        long here = part.total() - publishedFrom(date);
        if (searching && here != 0) {
            from = date;
        } else if (searching && date.isAfter(from)) {
            to = date;
        }
        // A part of what the API always counts wrongly may lie before this page.
        long expected = expectedDifference.orElse(0L);
        return here < Math.min(0, expected) || here > Math.max(0, expected);
    }

    private long publishedFrom(Instant date) {
        return published.countBetween(date, Instant.MAX);
    }
}
