package io.github.smartia.connect.paging;

import static io.github.smartia.connect.paging.Sweep.secondOf;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The dense seconds of a sweep: those with more sessions than a page. A {@link TieReader} reads one at a time, while the sweep
 * requests no other pages. Not thread-safe.
 */
final class DenseSeconds {

    private final Supplier<Instant> apiTime;
    private Optional<PageRequest> inFlight = Optional.empty();
    private Optional<TieReader> reader = Optional.empty();
    private Instant apiTimeAtStart = Instant.MIN;
    private int failures;

    /** The second that was read last, if the API's time had not passed it: sessions may have been added since. */
    private Optional<Instant> secondToReread = Optional.empty();

    private Instant reread = Instant.MAX;

    DenseSeconds(Supplier<Instant> apiTime) {
        this.apiTime = apiTime;
    }

    boolean isReading() {
        return reader.isPresent();
    }

    /** Whether requests for the second of the frontier failed so often that it is read date by date. */
    boolean mustReadByDate() {
        return failures >= Sweep.ATTEMPTS;
    }

    /** @param heldApiTime the API's time when the first held page was requested; {@link Instant#MIN} if none is held */
    void start(SessionQuery baseQuery, Instant date, Instant heldApiTime) {
        stop();
        apiTimeAtStart = apiTime.get();
        reader = Optional.of(new TieReader(baseQuery, secondOf(date), failures == 0, heldApiTime));
    }

    private void stop() {
        reader = Optional.empty();
        inFlight = Optional.empty();
    }

    Optional<PageRequest> nextRequest(PageWindow window) {
        if (inFlight.isPresent()) {
            return Optional.empty();
        }
        inFlight = reader.flatMap(TieReader::next).map(window::requestTies);
        return inFlight;
    }

    /** Accepts the response to a request for the current second. Other responses are ignored. */
    void received(PageRequest request, SessionPage response) {
        if (hasInFlight(request)) {
            inFlight = Optional.empty();
            reader.ifPresent(second -> second.received(response));
        }
    }

    boolean hasInFlight(PageRequest request) {
        return inFlight.filter(request::equals).isPresent();
    }

    /**
     * Stops reading the current second, since a request for it is unavailable.
     *
     * @return what was seen of it; empty if it will be tried again
     */
    Optional<Segment> unavailable(Instant frontier) {
        failures++;
        Optional<Segment> seen = reader.filter(second -> mustReadByDate()).map(second -> second.take(frontier));
        stop();
        return seen;
    }

    Optional<Segment> nextSegment(Instant frontier) {
        return reader.flatMap(second -> second.segment(frontier));
    }

    /** Stops reading and returns the reader if its second is complete. */
    Optional<TieReader> takeComplete() {
        Optional<TieReader> complete = reader.filter(TieReader::isComplete);
        complete.ifPresent(second -> {
            stop();
            boolean wasOver = apiTimeAtStart.equals(Instant.MIN) || !apiTimeAtStart.isBefore(second.end());
            secondToReread =
                    wasOver || second.second().equals(reread) ? Optional.empty() : Optional.of(second.second());
        });
        return complete;
    }

    /** The second that must be read again, because it was not over when reading it began. Each second is returned only once. */
    Optional<Instant> takeSecondToReread() {
        Optional<Instant> second = secondToReread;
        secondToReread = Optional.empty();
        reread = second.orElse(reread);
        return second;
    }

    void frontierMoves(Instant from, Instant to) {
        if (!secondOf(from).equals(secondOf(to))) {
            failures = 0;
        }
    }
}
