package io.github.smartia.connect.simulated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Selects one page of all matches. The order of sessions with equal dates is as configured. */
final class PageCutter {

    private final boolean shuffledTies;
    private final Random random;

    PageCutter(boolean shuffledTies, long seed) {
        this.shuffledTies = shuffledTies;
        random = new Random(seed);
    }

    /** @param matches in ascending order of the date that {@code request} sorts by */
    List<SimulatedSession> cut(List<SimulatedSession> matches, PageRequest request) {
        int size = matches.size();
        int skipped = Math.min(request.offset(), size);
        int end = Math.min(size - skipped, request.limit()) + skipped;
        int from = request.descending() ? size - end : skipped;
        int to = request.descending() ? size - skipped : end;
        List<SimulatedSession> page = shuffledTies && from < to
                ? shuffled(matches, from, to, request.sort().field())
                : new ArrayList<>(matches.subList(from, to));
        if (request.descending()) {
            Collections.reverse(page);
        }
        return page;
    }

    /** Shuffles the groups of equal dates that overlap the page, then selects the page. */
    private List<SimulatedSession> shuffled(List<SimulatedSession> matches, int from, int to, SortField field) {
        long oldest = matches.get(from).millis(field);
        long newest = matches.get(to - 1).millis(field);
        int first = from;
        while (first > 0 && matches.get(first - 1).millis(field) == oldest) {
            first--;
        }
        int last = to;
        while (last < matches.size() && matches.get(last).millis(field) == newest) {
            last++;
        }
        List<SimulatedSession> groups = new ArrayList<>(matches.subList(first, last));
        Collections.shuffle(groups, random);
        groups.sort(Comparator.comparingLong(session -> session.millis(field)));
        return groups.subList(from - first, to - first);
    }
}
