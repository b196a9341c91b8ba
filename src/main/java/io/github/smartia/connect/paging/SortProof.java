package io.github.smartia.connect.paging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * What the order of the dates on a page proves. An API may sort by whole seconds, so sessions of the last second on a page may
 * be missing. Ten different dates of that second, in order, prove that the API sorts more finely.
 */
final class SortProof {

    private static final int ENOUGH_DATES = 10;

    private SortProof() {}

    /** The first date that a page of ascending dates does not prove. */
    static Instant firstUnproven(List<Instant> ascending) {
        Instant last = ascending.stream().max(Comparator.naturalOrder()).orElseThrow();
        return isSortedWithinSecondOf(last, ascending, Comparator.naturalOrder()) ? last : secondOf(last);
    }

    /** The first date from which a page of descending dates shows every session. */
    static Instant firstProven(List<Instant> descending) {
        Instant oldest = descending.stream().min(Comparator.naturalOrder()).orElseThrow();
        return isSortedWithinSecondOf(oldest, descending, Comparator.reverseOrder())
                ? oldest.plusMillis(1)
                : secondOf(oldest).plusSeconds(1);
    }

    private static boolean isSortedWithinSecondOf(Instant date, List<Instant> dates, Comparator<Instant> order) {
        List<Instant> within = dates.stream()
                .filter(other -> secondOf(other).equals(secondOf(date)))
                .toList();
        return within.stream().distinct().count() >= ENOUGH_DATES
                && within.equals(within.stream().sorted(order).toList());
    }

    /** The beginning of the second of a date. */
    static Instant secondOf(Instant date) {
        return date.truncatedTo(ChronoUnit.SECONDS);
    }
}
