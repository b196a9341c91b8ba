package io.github.smartia.connect.paging;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Session;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TieListingTest {

    private static final Instant SECOND = Instant.parse("2026-01-06T09:00:00.000Z");

    private final TieListing listing = new TieListing();

    @Test
    void sessionOnTwoPagesCountsTwice() {
        receive("a", "b", "c");
        receive("c", "d");

        assertThat(listing.sessions()).isEqualTo(5);
    }

    @Test
    void sessionTwiceOnOnePageCountsOnce() {
        receive("a", "a", "b");

        assertThat(listing.sessions()).isEqualTo(2);
    }

    /** Otherwise a session that no page shows would go unnoticed. */
    @Test
    void sessionTwiceOnTwoPagesCountsThreeTimes() {
        receive("a", "a", "b");
        receive("a", "a", "c");

        assertThat(listing.sessions()).isEqualTo(5);
    }

    private void receive(String... ids) {
        List<Session> sessions = Stream.of(ids)
                .map(id -> aSession().id(id).completedAt(SECOND.toString()).build())
                .toList();
        List<PositionedEntry> page = PositionedEntry.all(List.copyOf(sessions), DateField.END_DATE, SECOND);
        listing.received(3, page, page, ids.length + 10);
    }
}
