package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.paging.PageRequest.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The seconds of a sweep that hold more sessions than a page. Each is read by a {@link TieReader}, one at a time, while the
 * sweep requests no pages. Not thread-safe.
 */
final class SecondsReadAlone {

    private final Supplier<Instant> apiTime;
    private final Set<PageRequest> inFlight = new HashSet<>();
    private Optional<TieReader> reader = Optional.empty();
    private Instant apiTimeAtStart = Instant.MIN;
    private int failures;

    /** The second that was read last, if sessions dated within it may have appeared since. */
    private Optional<Instant> unfinished = Optional.empty();

    private long rankOfUnfinished;
    private Instant readTwice = Instant.MAX;

    SecondsReadAlone(Supplier<Instant> apiTime) {
        this.apiTime = apiTime;
    }

    boolean isReading() {
        return reader.isPresent();
    }

    /** Whether requests for the second of the frontier have failed so often that its sessions are read date by date. */
    boolean haveFailed() {
        return failures >= Sweep.ATTEMPTS;
    }

    /**
     * Reads the second of a date from its beginning.
     *
     * @param page how to ask for pages, without bounds
     * @param heldSince the API's time at the first request for what is held; {@link Instant#MIN} where nothing is
     */
    void start(SessionQuery page, Instant date, Instant heldSince) {
        stop();
        apiTimeAtStart = apiTime.get();
        reader = Optional.of(new TieReader(page, secondOf(date), failures == 0, heldSince));
    }

    private void stop() {
        reader = Optional.empty();
        inFlight.clear();
    }

    Optional<PageRequest> nextRequest(PageWindow window) {
        Optional<PageRequest> request =
                reader.flatMap(TieReader::next).map(query -> window.requestBeside(Kind.TIES, query));
        request.ifPresent(inFlight::add);
        return request;
    }

    /** The response to a request, if it is for the second that is read. */
    void received(PageRequest request, SessionPage response) {
        if (inFlight.remove(request)) {
            reader.ifPresent(group -> group.received(request.query(), response));
        }
    }

    /** Whether a request is for the second that is read. */
    boolean awaits(PageRequest request) {
        return inFlight.contains(request);
    }

    /**
     * A request for the second can't be had, and reading it ends.
     *
     * @return what was seen of it, if it is not to be tried again
     */
    Optional<Segment> refused(Instant frontier) {
        failures++;
        Optional<Segment> seen = reader.filter(group -> haveFailed()).map(group -> group.take(frontier));
        stop();
        return seen;
    }

    /** What was read so far, if it can be given out. */
    Optional<Segment> next(Instant frontier) {
        return reader.flatMap(group -> group.segment(frontier));
    }

    /** The reader of a second that was read as a whole, if there is one. Nothing is read from then on. */
    Optional<TieReader> takeComplete(long rank) {
        Optional<TieReader> complete = reader.filter(TieReader::isComplete);
        complete.ifPresent(group -> {
            stop();
            boolean wasOver = apiTimeAtStart.equals(Instant.MIN) || !apiTimeAtStart.isBefore(group.end());
            unfinished = wasOver || group.second().equals(readTwice) ? Optional.empty() : Optional.of(group.second());
            rankOfUnfinished = rank;
        });
        return complete;
    }

    /** The second that must be read once more, if there is one: it was not over when it was read. */
    Optional<Instant> takeUnfinished() {
        Optional<Instant> second = unfinished;
        unfinished = Optional.empty();
        readTwice = second.orElse(readTwice);
        return second;
    }

    /** About how many sessions of the sweep come before the second that must be read once more. */
    long rankOfUnfinished() {
        return rankOfUnfinished;
    }

    /** The frontier moves. */
    void moved(Instant from, Instant to) {
        if (!secondOf(from).equals(secondOf(to))) {
            failures = 0;
        }
    }

    private static Instant secondOf(Instant date) {
        return date.truncatedTo(ChronoUnit.SECONDS);
    }
}
