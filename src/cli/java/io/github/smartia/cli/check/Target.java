package io.github.smartia.cli.check;

import io.github.smartia.cli.api.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A date to use as a bound.
 *
 * @param date truncated to milliseconds
 * @param sessions how many sessions of a page have this date
 */
record Target(Instant date, int sessions) {

    /**
     * Whether the date is not a whole second. A bound one millisecond earlier then shows whether the API compares by
     * milliseconds or by seconds.
     */
    boolean isWithinASecond() {
        return !date.equals(date.truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * The dates of a page. Those that are not whole seconds come first, and among these, those with the most sessions. The last
     * date of a full page is excluded, since it may continue on the next page.
     */
    static List<Target> of(Page page) {
        Map<Instant, Integer> counts = new LinkedHashMap<>();
        Evidence.dates(page).forEach(date -> counts.merge(date.truncatedTo(ChronoUnit.MILLIS), 1, Integer::sum));
        Optional<Instant> last =
                page.isFull() ? counts.keySet().stream().max(Comparator.naturalOrder()) : Optional.empty();
        return counts.entrySet().stream()
                .filter(entry -> !last.equals(Optional.of(entry.getKey())))
                .map(entry -> new Target(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Target::isWithinASecond)
                        .thenComparing(Target::sessions)
                        .reversed())
                .toList();
    }
}
