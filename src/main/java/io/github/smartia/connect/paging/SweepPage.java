package io.github.smartia.connect.paging;

import static io.github.smartia.connect.paging.Sweep.secondOf;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionPage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A page of a sweep, from its request to what its response proves. Not thread-safe. */
final class SweepPage {

    /**
     * Within one second, shared sessions prove a connection only if that many could be listed in at least this many orders, so
     * that the same order is no coincidence.
     */
    private static final long MIN_ORDERS = 1_000_000;

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

    /** A lower bound of the API's time when the page was requested. */
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

    /** Whether nothing follows: the page is empty, or it is short and the API counts no more. */
    boolean isLast() {
        int end = request.query().offset() + entries.size();
        boolean isShort = entries.size() < request.query().limit();
        return entries.isEmpty() || (isShort && end >= total());
    }

    /** Whether the API counts sessions here and shows none. */
    boolean showsNone() {
        return entries.isEmpty() && total() > request.query().offset();
    }

    /** How many sessions the API counts, on this page and after it. */
    long total() {
        return page.orElseThrow().total();
    }

    /** Whether the page has sessions and none of them has a readable date. */
    boolean isUndated() {
        return !entries.isEmpty() && dates.isEmpty();
    }

    /** The latest date on the page; {@link Instant#MIN} if none can be read. */
    Instant lastDate() {
        return dates.stream().max(Comparator.naturalOrder()).orElse(Instant.MIN);
    }

    /** The first date that this page does not prove; {@link Instant#MAX} for the last page. */
    Instant coveredTo() {
        return isLast() ? Instant.MAX : secondOf(lastDate());
    }

    /**
     * Whether the page begins before {@code frontier}. If so, the page shows every session from there to {@link #coveredTo},
     * whatever its offset.
     */
    boolean beginsBefore(Instant frontier) {
        return !dates.isEmpty() && dates.get(0).isBefore(frontier);
    }

    /**
     * Whether the page begins with the last sessions of {@code previous}, in the same order, so that no session is missing
     * between the two pages.
     */
    boolean continues(SweepPage previous) {
        List<Object> before = previous.identities();
        List<Object> own = identities();
        int at = own.isEmpty() ? -1 : before.indexOf(own.get(0));
        int shared = before.size() - at;
        return at >= 0
                && shared <= own.size()
                && before.subList(at, before.size()).equals(own.subList(0, shared))
                && isUnlikelyByChance(shared, previous, Sweep::secondOf)
                && (dates.isEmpty()
                        || dates.get(0).isBefore(previous.lastDate())
                        || isUnlikelyByChance(shared, previous, UnaryOperator.identity()));
    }

    /**
     * Whether the same order is unlikely to be a coincidence. All shared sessions are of one second here, and the API may list
     * those of a second, or of a date, in a different order in each response.
     *
     * @param group the second or the date that a date belongs to
     */
    private boolean isUnlikelyByChance(int shared, SweepPage previous, UnaryOperator<Instant> group) {
        Instant last = group.apply(previous.lastDate());
        long sessions = Stream.concat(entries.stream(), previous.entries.stream())
                .filter(entry -> group.apply(entry.date()).equals(last))
                .map(PositionedEntry::identity)
                .distinct()
                .count();
        long orders = 1;
        for (int i = 0; i < shared && orders < MIN_ORDERS; i++) {
            orders *= Math.max(1, sessions - i);
        }
        return orders >= MIN_ORDERS;
    }

    /** How many sessions of the page are dated before {@code date}. */
    long countBefore(Instant date) {
        return entries.stream().filter(entry -> entry.date().isBefore(date)).count();
    }

    private List<Object> identities() {
        return entries.stream().map(PositionedEntry::identity).toList();
    }
}
