package io.github.smartia.connect.api.http;

import static io.github.smartia.connect.api.http.Queries.COMPLETED;
import static io.github.smartia.connect.api.http.Queries.NINE;
import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.json.UnexpectedResponseException;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageValidatorTest {

    @Test
    void sortedDatesWithinBoundsAreAccepted() {
        assertAccepted(COMPLETED.from(NINE).upTo(NINE.plusMillis(1)), endingAt(0, 0, 1));
    }

    @Test
    void sessionsWithoutTheDateAreNotJudged() {
        List<Entry> entries = new ArrayList<>(endingAt(1, 2));
        entries.add(
                1,
                new MalformedSession(
                        Optional.empty(), Optional.empty(), Optional.empty(), "endDate", "is missing", "{}"));

        assertAccepted(COMPLETED, entries);
    }

    @Test
    void datesMayBeComparedByWholeSeconds() {
        assertAccepted(COMPLETED, endingAt(700, 2, 1_000));
        assertAccepted(COMPLETED.from(NINE).upTo(NINE), endingAt(-1_000, 1_000));
    }

    @Test
    void unsortedPageIsRefused() {
        assertRefused(COMPLETED, endingAt(1_000, 999), "is not sorted by endDate");
        assertRefused(COMPLETED.newestFirst(), endingAt(999, 1_000), "is not sorted by endDate");
    }

    @Test
    void pageThatIgnoresTheBoundsIsRefused() {
        assertRefused(COMPLETED.from(NINE), endingAt(-1_002), "outside the requested endDate range");
        assertRefused(COMPLETED.upTo(NINE), endingAt(1_002), "outside the requested endDate range");
    }

    private static void assertAccepted(SessionQuery query, List<Entry> entries) {
        SessionPage page = new SessionPage(entries, entries.size());
        assertThat(new PageValidator(query).checked(page)).isSameAs(page);
    }

    private static void assertRefused(SessionQuery query, List<Entry> entries, String reason) {
        assertThatThrownBy(() -> new PageValidator(query).checked(new SessionPage(entries, entries.size())))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining(reason);
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
