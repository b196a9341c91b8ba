package io.github.smartia.connect.simulated;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Reads the filter of one date: operators to dates. */
final class DateFilter {

    static final Set<String> OPERATORS = Set.of("gt", "gte", "lt", "lte");

    private DateFilter() {}

    static DateRange read(Map<String, String> filter) {
        refuseBoth(filter, "gt", "gte");
        refuseBoth(filter, "lt", "lte");
        DateRange range = DateRange.ANY;
        for (Map.Entry<String, String> bound : filter.entrySet()) {
            range = narrow(range, bound.getKey(), RequestedDate.parse(bound.getValue()));
        }
        return range;
    }

    private static DateRange narrow(DateRange range, String operator, Instant date) {
        return switch (operator) {
            case "gt" -> range.after(date);
            case "gte" -> range.notBefore(date);
            case "lt" -> range.before(date);
            case "lte" -> range.notAfter(date);
            default -> throw new BadRequest("dates are filtered by gt, gte, lt and lte");
        };
    }

    private static void refuseBoth(Map<String, String> filter, String one, String other) {
        if (filter.containsKey(one) && filter.containsKey(other)) {
            throw new BadRequest(one + " and " + other + " must not be combined");
        }
    }
}
