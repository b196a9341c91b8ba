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
import java.util.Set;
import java.util.stream.Collectors;

/** Pages that follow each other without a gap, as long as some of their sessions are held back. Not thread-safe. */
final class HeldPages {

    private final Deque<SweepPage> pages = new ArrayDeque<>();
    /** What has no date is given out once, with the next segment: among other neighbours it would stand elsewhere. */
    private final List<PositionedEntry> undated = new ArrayList<>();

    private Optional<SweepPage> last = Optional.empty();

    void add(SweepPage page) {
        pages.add(page);
        last = Optional.of(page);
        page.entries().stream().filter(entry -> !entry.hasOwnDate()).forEach(undated::add);
    }

    /** The page that came last. */
    Optional<SweepPage> last() {
        return last;
    }

    int size() {
        return pages.stream().mapToInt(page -> page.entries().size()).sum();
    }

    /** The ids of the sessions of a date. */
    Set<String> idsAt(Instant date) {
        return pages.stream()
                .flatMap(page -> page.entries().stream())
                .filter(entry -> entry.hasOwnDate() && entry.date().equals(date))
                .map(entry -> entry.position().sessionId())
                .collect(Collectors.toSet());
    }

    /** All sessions from {@code from} up to {@code end}; they are held no longer. */
    Segment take(Instant from, Instant end) {
        return take(from, end, end, apiTime());
    }

    private Segment take(Instant from, Instant end, Instant coveredTo, Instant apiTime) {
        // Pages that follow each other share some sessions; one that is listed in two ways is given out in both.
        Collection<PositionedEntry> taken = pages.size() > 1 ? new LinkedHashSet<>() : new ArrayList<>();
        for (SweepPage page : pages) {
            page.entries().stream().filter(entry -> entry.isWithin(from, end)).forEach(taken::add);
        }
        pages.removeIf(page -> page.lastDate().isBefore(end));
        List<PositionedEntry> entries = takeUndated();
        entries.addAll(taken);
        return new Segment(entries, from, coveredTo, apiTime);
    }

    /** The API's time at the first request for what is held; {@link Instant#MIN} where nothing is. */
    Instant apiTime() {
        return pages.stream()
                .map(SweepPage::apiTime)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /**
     * All sessions from {@code from} on, before they are known to be complete; the last page stays, to be followed.
     *
     * @param coveredTo up to where they are complete, or must be taken so
     */
    Segment takeAllFrom(Instant from, Instant coveredTo) {
        Segment taken = take(from, Instant.MAX, coveredTo, apiTime());
        last.ifPresent(pages::add);
        return taken;
    }

    List<PositionedEntry> takeUndated() {
        List<PositionedEntry> taken = new ArrayList<>(undated);
        undated.clear();
        return taken;
    }

    /** The pages are of no more use: what they show will be received again. */
    void clear() {
        pages.clear();
        last = Optional.empty();
    }
}
