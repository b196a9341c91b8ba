package io.github.smartia.connect.paging;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Connected pages that are held until their sessions are proven complete. Not thread-safe. */
final class HeldPages {

    private final Deque<SweepPage> pages = new ArrayDeque<>();
    /** Entries without a date. Each is returned once, with the next segment: on another page it would have another position. */
    private final List<PositionedEntry> undated = new ArrayList<>();

    void add(SweepPage page) {
        pages.add(page);
        page.entries().stream().filter(entry -> !entry.hasOwnDate()).forEach(undated::add);
    }

    /** The page that was added last. */
    Optional<SweepPage> last() {
        return Optional.ofNullable(pages.peekLast());
    }

    boolean areTooMany() {
        return TieReader.isTooMuch(
                pages.stream().flatMap(page -> page.entries().stream()).toList());
    }

    /** Removes and returns all sessions from {@code from} (inclusive) to {@code end} (exclusive). */
    Segment take(Instant from, Instant end) {
        return take(from, end, end);
    }

    private Segment take(Instant from, Instant end, Instant coveredTo) {
        Instant apiTime = apiTime();
        // Connected pages share sessions. If two pages show one with different content, both contents are returned.
        Collection<PositionedEntry> taken = pages.size() > 1 ? new LinkedHashSet<>() : new ArrayList<>();
        for (SweepPage page : pages) {
            page.entries().stream().filter(entry -> entry.isWithin(from, end)).forEach(taken::add);
        }
        pages.removeIf(page -> page.lastDate().isBefore(end));
        List<PositionedEntry> entries = takeUndated();
        entries.addAll(taken);
        return new Segment(entries, from, coveredTo, apiTime);
    }

    /** A lower bound of the API's time when the first held page was requested; {@link Instant#MIN} if none is held. */
    Instant apiTime() {
        return pages.stream()
                .map(SweepPage::apiTime)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /**
     * Returns all sessions from {@code from} on, proven or not. Keeps the last page, so that the next page can connect to it.
     *
     * @param coveredTo the date up to which the sessions are complete, or must be treated as complete
     */
    Segment takeAllFrom(Instant from, Instant coveredTo) {
        SweepPage last = pages.getLast();
        Segment taken = take(from, Instant.MAX, coveredTo);
        pages.add(last);
        return taken;
    }

    List<PositionedEntry> takeUndated() {
        List<PositionedEntry> taken = new ArrayList<>(undated);
        undated.clear();
        return taken;
    }

    /** Drops the pages. Their sessions will be received again. */
    void clear() {
        pages.clear();
    }
}
