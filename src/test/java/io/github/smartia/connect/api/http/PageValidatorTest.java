package io.github.smartia.connect.api.http;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.json.UnexpectedResponseException;
import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageValidatorTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final SessionQuery ALL = SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 100);

    @Test
    void sortedDatesWithinBoundsAreTaken() {
        SessionPage page = page(3, endingAt(0, 0, 1));

        assertThat(new PageValidator(ALL.from(NINE).upTo(NINE.plusMillis(1))).checked(page))
                .isSameAs(page);
    }

    @Test
    void sessionsWithoutTheDateAreNotJudged() {
        Entry broken = new MalformedSession(
                Optional.empty(), Optional.empty(), Optional.empty(), "endDate", "is missing", "{}");
        SessionPage page =
                page(3, List.of(endingAt(1).get(0), broken, endingAt(2).get(0)));

        assertThat(new PageValidator(ALL).checked(page)).isSameAs(page);
    }

    @Test
    void aPageThatIsNotSortedIsRefused() {
        assertRefused(ALL, page(2, endingAt(1_000, 999)), "is not sorted by endDate");
        assertRefused(ALL.newestFirst(), page(2, endingAt(999, 1_000)), "is not sorted by endDate");
    }

    @Test
    void aPageMayBeSortedByWholeSeconds() {
        SessionPage page = page(3, endingAt(700, 2, 1_000));

        assertThat(new PageValidator(ALL).checked(page)).isSameAs(page);
    }

    @Test
    void aPageThatIgnoresTheBoundsIsRefused() {
        assertRefused(ALL.from(NINE), page(1, endingAt(-1_002)), "outside the requested endDate range");
        assertRefused(ALL.upTo(NINE), page(1, endingAt(1_002)), "outside the requested endDate range");
    }

    @Test
    void boundsMayBeComparedByWholeSeconds() {
        SessionPage page = page(2, endingAt(-1_000, 1_000));

        assertThat(new PageValidator(ALL.from(NINE).upTo(NINE)).checked(page)).isSameAs(page);
    }

    private static void assertRefused(SessionQuery query, SessionPage page, String reason) {
        assertThatThrownBy(() -> new PageValidator(query).checked(page))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining(reason);
    }

    private static SessionPage page(long total, List<Entry> entries) {
        return new SessionPage(entries, total);
    }

    /** Sessions that ended so many milliseconds after nine. */
    private static List<Entry> endingAt(Integer... millis) {
        return Arrays.stream(millis)
                .<Entry>map(after -> aSession()
                        .completedAt(NINE.plusMillis(after).toString())
                        .build())
                .toList();
    }
}
