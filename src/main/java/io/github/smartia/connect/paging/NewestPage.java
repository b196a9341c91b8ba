package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.paging.PageRequest.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The newest sessions of a stream, by one request. They are given out only if they join up with what was read before: else
 * a sweep must read what lies between. Not thread-safe.
 */
public final class NewestPage implements Pass {

    private final PageRequest request;
    private final Instant from;
    private final Instant readTo;
    private final Instant apiTime;
    private boolean requested;
    private boolean refused;
    private boolean given;
    private Optional<SessionPage> page = Optional.empty();
    private Instant coveredFrom = Instant.MAX;
    private List<PositionedEntry> entries = List.of();

    /**
     * @param page how to ask for pages, without bounds
     * @param from the first date of interest; {@link Instant#MIN} for all of history
     * @param readTo the first date that was not read before
     * @param apiTime the latest time that the API is known to have reached; {@link Instant#MIN} where it is not known
     */
    public NewestPage(SessionQuery page, Instant from, Instant readTo, Instant apiTime) {
        Instant second = from.truncatedTo(ChronoUnit.SECONDS);
        SessionQuery query = second.equals(Instant.MIN) ? page : page.from(second);
        this.request = new PageRequest(0, Kind.NEWEST, query.newestFirst(), 0, 0);
        this.from = from;
        this.readTo = readTo;
        this.apiTime = apiTime;
    }

    @Override
    public Optional<PageRequest> nextRequest() {
        Optional<PageRequest> next = requested ? Optional.empty() : Optional.of(request);
        requested = true;
        return next;
    }

    @Override
    public void received(PageRequest answered, SessionPage response) {
        page = Optional.of(response);
        entries = PositionedEntry.all(response.entries(), request.query().dateField(), from);
        coveredFrom = coveredFrom(response);
    }

    /** Sessions of the page's oldest second may follow on the next page, unless there is none or the order proves more. */
    private Instant coveredFrom(SessionPage response) {
        boolean isShort = entries.size() < request.query().limit();
        if (isShort && entries.size() >= response.total()) {
            return from;
        }
        List<Instant> dates = entries.stream()
                .filter(PositionedEntry::hasOwnDate)
                .map(PositionedEntry::date)
                .toList();
        Instant shownFrom = dates.isEmpty() ? Instant.MAX : SortProof.firstAfter(dates);
        return shownFrom.isBefore(from) ? from : shownFrom;
    }

    @Override
    public void refused(PageRequest answered) {
        refused = true;
    }

    /** Whether the API does not show its newest sessions first. */
    public boolean isRefused() {
        return refused;
    }

    /** Whether the page joins up with what was read before, so that everything up to the open end is read. */
    public boolean isConnected() {
        return page.isPresent() && !coveredFrom.isAfter(readTo);
    }

    /** The first date from which the page shows every session; {@link Instant#MAX} where none is shown. */
    public Instant coveredFrom() {
        return coveredFrom;
    }

    /** How many sessions the API counts from the second of the first date of interest on. */
    public long total() {
        return page.map(SessionPage::total).orElse(0L);
    }

    @Override
    public Optional<Segment> next() {
        if (given || !isConnected()) {
            return Optional.empty();
        }
        given = true;
        List<PositionedEntry> covered = entries.stream()
                .filter(entry -> !entry.hasOwnDate() || entry.isWithin(coveredFrom, Instant.MAX))
                .toList();
        return Optional.of(new Segment(covered, coveredFrom, Instant.MAX, apiTime));
    }

    @Override
    public boolean done() {
        return refused || given || (page.isPresent() && !isConnected());
    }

    @Override
    public List<String> takePassedOver() {
        return List.of();
    }
}
