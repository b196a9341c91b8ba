package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.json.UnexpectedResponseException;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionQuery.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** Whether a page can be the response to its query: reading concludes from a page what it does not show. */
final class PageValidator {

    /** An API may sort and compare by whole seconds, and show more. */
    private static final Duration PRECISION = Duration.ofSeconds(1);

    private final SessionQuery query;

    PageValidator(SessionQuery query) {
        this.query = query;
    }

    /** @throws UnexpectedResponseException if nothing may be concluded from the page */
    SessionPage checked(SessionPage page) {
        List<Instant> dates = page.entries().stream()
                .flatMap(entry -> entry.date(query.dateField()).stream())
                .toList();
        List<Instant> seconds =
                dates.stream().map(date -> date.truncatedTo(ChronoUnit.SECONDS)).toList();
        if (!seconds.equals(seconds.stream().sorted(order()).toList())) {
            throw new UnexpectedResponseException(
                    "is not sorted by " + query.dateField().apiName());
        }
        if (!dates.stream().allMatch(this::askedFor)) {
            throw new UnexpectedResponseException("contains sessions outside the requested "
                    + query.dateField().apiName() + " range");
        }
        return page;
    }

    private Comparator<Instant> order() {
        return query.direction() == Direction.ASCENDING ? Comparator.naturalOrder() : Comparator.reverseOrder();
    }

    private boolean askedFor(Instant date) {
        return !query.after()
                        .map(bound -> date.isBefore(bound.minus(PRECISION)))
                        .orElse(false)
                && !query.before()
                        .map(bound -> date.isAfter(bound.plus(PRECISION)))
                        .orElse(false);
    }
}
