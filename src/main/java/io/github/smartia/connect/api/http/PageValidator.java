package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.json.UnexpectedResponseException;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a page can be the answer to its query: reading concludes from a page what it does not show. */
final class PageValidator {

    private final SessionQuery query;

    PageValidator(SessionQuery query) {
        this.query = query;
    }

    /** @throws UnexpectedResponseException if nothing may be concluded from the page */
    SessionPage checked(SessionPage page) {
        if (page.entries().isEmpty() && query.cursor().isEmpty() && page.total() > query.offset()) {
            throw new UnexpectedResponseException("counts " + page.total() + " sessions and shows none");
        }
        List<Instant> dates = page.entries().stream()
                .map(this::date)
                .flatMap(Optional::stream)
                .toList();
        if (!dates.equals(dates.stream().sorted().toList())) {
            throw new UnexpectedResponseException(
                    "is not sorted by " + query.dateField().apiName());
        }
        if (!dates.stream().allMatch(this::askedFor)) {
            throw new UnexpectedResponseException(
                    "holds sessions outside the " + query.dateField().apiName() + " that was asked for");
        }
        return page;
    }

    private Optional<Instant> date(Entry entry) {
        return entry.date(query.dateField());
    }

    /** A date on the very bound may have been rounded to it: the API may know more than it shows. */
    private boolean askedFor(Instant date) {
        return !query.after().map(date::isBefore).orElse(false)
                && !query.before().map(date::isAfter).orElse(false);
    }
}
