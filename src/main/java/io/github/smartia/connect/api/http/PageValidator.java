package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.json.UnexpectedResponseException;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionQuery.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Whether a page can be the response to its query: reading concludes from a page what it does not show. */
record PageValidator(SessionQuery query) {

    /** An API may sort and compare by whole seconds, and show more. */
    private static final Duration PRECISION = Duration.ofSeconds(1);

    /** @throws UnexpectedResponseException if nothing may be concluded from the page */
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
