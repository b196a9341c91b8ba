package io.github.smartia.connect.schedule;

import io.github.smartia.connect.paging.PartialSweep;
import io.github.smartia.connect.read.StreamState;
import java.time.Instant;
import java.util.Optional;

/**
 * Compares how many sessions the API counts with how many were published, and has the difference searched for among completed
 * sessions. A count only says where to look sooner: what is found is published like any other session, and nothing else
 * follows from it. A difference that remains, such as that of an API that counts wrongly, is expected from then on. Not
 * thread-safe.
 */
final class LateSessions {

    private final StreamState state;
    private final int pageSize;
    private final Doubling searches = new Doubling();
    private Optional<Long> usual = Optional.empty();
    private long latest;
    private Optional<CountSearch> search = Optional.empty();
    private long knownBefore;

    LateSessions(StreamState state, int pageSize) {
        this.state = state;
        this.pageSize = pageSize;
    }

    /** A poll begins. */
    void poll() {
        searches.poll();
    }

    /**
     * The newest sessions were read and published.
     *
     * @param total how many sessions the API counts from the watermark on
     * @param recentFrom from here on all are known
     */
    void counted(long total, Instant recentFrom) {
        latest = total - known(state.secondOfWatermark());
        boolean differs = usual.filter(difference -> difference != latest).isPresent();
        if (differs && state.stream().closesSessions() && searches.mayTry() && search.isEmpty()) {
            search = Optional.of(new CountSearch(state.published(), state.watermark(), recentFrom, pageSize));
            knownBefore = known(state.secondOfWatermark());
        } else if (search.isEmpty()) {
            usual = Optional.of(latest);
        }
    }

    /** The next date to read a page from, where something is searched for. */
    Optional<Instant> next() {
        Optional<Instant> date = search.filter(some -> !foundSome()).flatMap(CountSearch::next);
        if (search.isPresent() && date.isEmpty()) {
            end();
        }
        return date;
    }

    private boolean foundSome() {
        return known(state.secondOfWatermark()) > knownBefore;
    }

    private void end() {
        search = Optional.empty();
        if (foundSome()) {
            searches.wasOfUse();
        } else {
            searches.wasOfNoUse();
            usual = Optional.of(latest);
        }
    }

    /**
     * A page of the lookback was read and published.
     *
     * @return whether the API counts others than usual from there on
     */
    boolean counted(PartialSweep part) {
        long difference = part.total() - known(part.requestedFrom());
        search.ifPresent(some -> some.counted(part.requestedFrom(), difference != 0));
        return usual.filter(other -> other == difference).isEmpty();
    }

    private long known(Instant from) {
        return state.published().countBetween(from, Instant.MAX);
    }
}
