package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionPage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A page of a sweep: requested, then received, then proof of what it shows. Not thread-safe. */
final class SweepPage {

    /** Pages share at least so many sessions in the same order before that proves that no session lies between them. */
    private static final int LEAST_SHARED = 3;

    /** Where the API lists sessions in any order, fewer than one in so many pages share some in the same order by chance. */
    private static final long UNLIKELY = 1_000_000;

    private final PageRequest request;
    private final Instant apiTime;
    private Optional<SessionPage> page = Optional.empty();
    private List<PositionedEntry> entries = List.of();
    private List<Instant> dates = List.of();

    SweepPage(PageRequest request, Instant apiTime) {
        this.request = request;
        this.apiTime = apiTime;
    }

    PageRequest request() {
        return request;
    }

    /** What the API's time was at least when the page was requested. */
    Instant apiTime() {
        return apiTime;
    }

    boolean isReceived() {
        return page.isPresent();
    }

    void receive(SessionPage received) {
        DateField field = request.query().dateField();
        Instant bound =
                request.query().after().map(after -> after.plusMillis(1)).orElse(Instant.MIN);
        entries = PositionedEntry.all(received.entries(), field, bound);
        dates = entries.stream()
                .filter(PositionedEntry::hasOwnDate)
                .map(PositionedEntry::date)
                .toList();
        page = Optional.of(received);
    }

    List<PositionedEntry> entries() {
        return entries;
    }

    /** A full page is never the last; a short one is when the API counts no more, and an empty one is. */
    boolean isLast() {
        int end = request.query().offset() + entries.size();
        boolean isShort = entries.size() < request.query().limit();
        return entries.isEmpty() || (isShort && end >= counted());
    }

    /** Whether the API counts sessions here, and shows none. */
    boolean hidesAll() {
        return entries.isEmpty() && counted() > request.query().offset();
    }

    /** How many sessions the API counts, here and behind. */
    long counted() {
        return page.orElseThrow().total();
    }

    /** Whether sessions are there, and none of them has a date that can be read. */
    boolean showsNoDate() {
        return !entries.isEmpty() && dates.isEmpty();
    }

    /** To be asked only where sessions are there. */
    Entry first() {
        return entries.get(0).entry();
    }

    boolean showsAnyOf(Set<String> ids) {
        return entries.stream().map(entry -> entry.position().sessionId()).anyMatch(ids::contains);
    }

    /** The latest date on the page; the beginning of time where none can be read. */
    Instant lastDate() {
        return dates.stream().max(Comparator.naturalOrder()).orElse(Instant.MIN);
    }

    /**
     * The first date that this page proves nothing about: sessions of its last second may follow on the next page, unless
     * enough of them show that they come in the order of their dates.
     */
    Instant coveredTo() {
        if (isLast()) {
            return Instant.MAX;
        }
        return dates.isEmpty() ? Instant.MIN : SortProof.firstUnproven(dates);
    }

    /**
     * Whether the page begins before {@code frontier}: then it shows every session from there on, wherever in the order the
     * API has moved it meanwhile.
     */
    boolean beginsBefore(Instant frontier) {
        return !dates.isEmpty() && dates.get(0).isBefore(frontier);
    }

    /** Whether the page begins with the last sessions of {@code previous}, in the same order, so that none lies between. */
    boolean continues(SweepPage previous) {
        List<Object> before = previous.identities();
        List<Object> own = identities();
        int at = own.isEmpty() ? -1 : before.indexOf(own.get(0));
        int shared = before.size() - at;
        return at >= 0
                && shared >= LEAST_SHARED
                && shared <= own.size()
                && before.subList(at, before.size()).equals(own.subList(0, shared))
                && (beginsBefore(secondOf(previous.lastDate())) || isNoChance(shared, previous));
    }

    /** Both pages end and begin within a second, whose sessions the API may list in any order, another with each request. */
    private boolean isNoChance(int shared, SweepPage previous) {
        Instant second = secondOf(previous.lastDate());
        long sessions = Stream.concat(entries.stream(), previous.entries.stream())
                .filter(entry -> secondOf(entry.date()).equals(second))
                .map(PositionedEntry::identity)
                .distinct()
                .count();
        long orders = 1;
        for (int i = 0; i < shared && orders < UNLIKELY; i++) {
            orders *= Math.max(1, sessions - i);
        }
        return orders >= UNLIKELY;
    }

    private static Instant secondOf(Instant date) {
        return date.truncatedTo(ChronoUnit.SECONDS);
    }

    /** How many sessions on this page come before {@code date}. */
    long before(Instant date) {
        return entries.stream().filter(entry -> entry.date().isBefore(date)).count();
    }

    private List<Object> identities() {
        return entries.stream().map(PositionedEntry::identity).toList();
    }
}
