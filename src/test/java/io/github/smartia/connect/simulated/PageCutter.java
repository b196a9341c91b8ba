package io.github.smartia.connect.simulated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Cuts a page out of all matches, with the order among equal dates as configured. */
final class PageCutter {

    private final TieOrder ties;
    private final Random random;

    PageCutter(TieOrder ties, long seed) {
        this.ties = ties;
        random = new Random(seed);
    }

    /** @param matches in ascending order of the date that {@code request} sorts by */
    List<SimulatedSession> cut(List<SimulatedSession> matches, PageRequest request) {
        int size = matches.size();
        int skipped = Math.min(request.offset(), size);
        int end = Math.min(size - skipped, request.limit()) + skipped;
        int from = request.descending() ? size - end : skipped;
        int to = request.descending() ? size - skipped : end;
        List<SimulatedSession> page = ties == TieOrder.STABLE
                ? new ArrayList<>(matches.subList(from, to))
                : shuffled(matches, from, to, request.sort());
        if (request.descending()) {
            Collections.reverse(page);
        }
        return page;
    }

    /** Shuffles every group of equal dates that touches the page, then cuts. */
    private List<SimulatedSession> shuffled(List<SimulatedSession> matches, int from, int to, SortField field) {
        if (from == to) {
            return new ArrayList<>();
        }
        int first = from;
        while (first > 0 && sameDate(matches, first - 1, from, field)) {
            first--;
        }
        int last = to;
        while (last < matches.size() && sameDate(matches, last, to - 1, field)) {
            last++;
        }
        List<SimulatedSession> groups = new ArrayList<>(matches.subList(first, last));
        shuffleGroups(groups, field);
        return new ArrayList<>(groups.subList(from - first, to - first));
    }

    private void shuffleGroups(List<SimulatedSession> sessions, SortField field) {
        int start = 0;
        for (int i = 1; i <= sessions.size(); i++) {
            if (i == sessions.size() || !sameDate(sessions, start, i, field)) {
                Collections.shuffle(sessions.subList(start, i), random);
                start = i;
            }
        }
    }

    private static boolean sameDate(List<SimulatedSession> sessions, int one, int other, SortField field) {
        return sessions.get(one).millis(field) == sessions.get(other).millis(field);
    }
}
