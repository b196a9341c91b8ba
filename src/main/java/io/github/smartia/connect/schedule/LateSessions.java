package io.github.smartia.connect.schedule;

import io.github.smartia.connect.paging.Sweep;
import io.github.smartia.connect.read.StreamState;
import java.time.Instant;
import java.util.Optional;

/**
 * Compares the API's count of sessions with the number of published ones, and searches for the difference among completed
 * sessions. A count only says where to read sooner; sessions that are found are published like any others. A difference that
 * remains after a search, for example because the API counts wrongly, is expected from then on. Not thread-safe.
 */
final class LateSessions {

    private final StreamState state;
    private final int pageSize;
    private final PollBackoff backoff = new PollBackoff();
    /** The API's count less the number of published sessions, when no session was searched for. */
    private Optional<Long> expectedDifference = Optional.empty();

    private long difference;
    private Optional<CountSearch> search = Optional.empty();
    private long publishedBefore;

    LateSessions(StreamState state, int pageSize) {
        this.state = state;
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
        difference = total - published(state.secondOfWatermark());
        boolean differs =
                expectedDifference.filter(expected -> expected != difference).isPresent();
        if (differs && state.stream().closesSessions() && backoff.mayTry() && search.isEmpty()) {
            search = Optional.of(new CountSearch(state.published(), state.watermark(), recentFrom, pageSize));
            publishedBefore = published(state.secondOfWatermark());
        } else if (search.isEmpty()) {
            expectedDifference = Optional.of(difference);
        }
    }

    /** The date from which the search needs a page; empty if nothing is searched for. */
    Optional<Instant> next() {
        Optional<Instant> date = search.filter(some -> !hasFound()).flatMap(CountSearch::next);
        if (search.isPresent() && date.isEmpty()) {
            endSearch();
        }
        return date;
    }

    private boolean hasFound() {
        return published(state.secondOfWatermark()) > publishedBefore;
    }

    private void endSearch() {
        search = Optional.empty();
        if (hasFound()) {
            backoff.succeeded();
        } else {
            backoff.failed();
            expectedDifference = Optional.of(difference);
        }
    }

    /**
     * Takes the count of a page of the lookback, after its publication.
     *
     * @return whether the count differs from the published sessions by an unexpected number
     */
    boolean lookbackCounted(Sweep part) {
        long here = part.total() - published(part.requestedFrom());
        search.ifPresent(some -> some.counted(part.requestedFrom(), here != 0));
        return expectedDifference.filter(expected -> expected == here).isEmpty();
    }

    private long published(Instant from) {
        return state.published().countBetween(from, Instant.MAX);
    }
}
