package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.json.UnexpectedResponseException;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionQuery.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Checks that a page can be the response to its query, because the reader also draws conclusions from what a page does not
 * contain.
 */
record PageValidator(SessionQuery query) {

    /** An API may sort and compare by whole seconds, but return more precise dates. */
    private static final Duration PRECISION = Duration.ofSeconds(1);

    /** @throws UnexpectedResponseException if no conclusion can be drawn from the page */
    SessionPage checked(SessionPage page) {
        String field = query.dateField().apiName();
        List<Instant> dates = page.entries().stream()
                .flatMap(entry -> entry.date(query.dateField()).stream())
                .toList();
        List<Long> seconds = dates.stream().map(Instant::getEpochSecond).toList();
        Comparator<Long> order =
                query.direction() == Direction.ASCENDING ? Comparator.naturalOrder() : Comparator.reverseOrder();
        if (!seconds.equals(seconds.stream().sorted(order).toList())) {
            throw new UnexpectedResponseException("is not sorted by " + field);
        }
        if (dates.stream().anyMatch(this::isOutside)) {
            throw new UnexpectedResponseException("contains sessions outside the requested " + field + " range");
        }
        return page;
    }

    private boolean isOutside(Instant date) {
        return query.after()
                        .map(bound -> bound.minus(PRECISION))
                        .filter(date::isBefore)
                        .isPresent()
                || query.before()
                        .map(bound -> bound.plus(PRECISION))
                        .filter(date::isAfter)
                        .isPresent();
    }
}
