package io.github.smartia.connect.paging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * What the order of dates on a page proves. An API may sort by whole seconds, so sessions of the second at the end of a page
 * may be missing. Enough different dates of that second, in order, prove that it sorts by more than that.
 */
final class SortProof {

    private static final int ENOUGH = 10;

    private SortProof() {}

    /** The first date that a page of ascending dates proves nothing about. */
    static Instant firstUnproven(List<Instant> ascending) {
        Instant last = ascending.stream().max(Comparator.naturalOrder()).orElseThrow();
        return isSortedWithin(last, ascending, Comparator.naturalOrder()) ? last : secondOf(last);
    }

    /** The first date from which on a page of descending dates shows every session. */
    static Instant firstAfter(List<Instant> descending) {
        Instant first = descending.stream().min(Comparator.naturalOrder()).orElseThrow();
        return isSortedWithin(first, descending, Comparator.reverseOrder())
                ? first.plusMillis(1)
                : secondOf(first).plusSeconds(1);
    }

    private static boolean isSortedWithin(Instant date, List<Instant> dates, Comparator<Instant> order) {
        List<Instant> within = dates.stream()
                .filter(other -> secondOf(other).equals(secondOf(date)))
                .toList();
        return within.stream().distinct().count() >= ENOUGH
                && within.equals(within.stream().sorted(order).toList());
    }

    private static Instant secondOf(Instant date) {
        return date.truncatedTo(ChronoUnit.SECONDS);
    }
}
