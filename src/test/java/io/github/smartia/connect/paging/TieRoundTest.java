package io.github.smartia.connect.paging;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TieRoundTest {

    private static final Instant SECOND = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final SessionQuery PAGE =
            SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 3).from(SECOND);

    private final TieRound round = new TieRound(PAGE);

    @Test
    void sessionOnTwoPagesIsListedTwice() {
        receive("a", "b", "c");
        receive("c", "d");

        assertThat(round.listed()).isEqualTo(5);
    }

    @Test
    void sessionTwiceOnOnePageIsListedOnce() {
        receive("a", "a", "b");

        assertThat(round.listed()).isEqualTo(2);
    }

    /** Or a session that no page shows would not be missed. */
    @Test
    void sessionTwiceOnEachOfTwoPagesIsOneLess() {
        receive("a", "a", "b");
        receive("a", "a", "c");

        assertThat(round.listed()).isEqualTo(5);
    }

    private void receive(String... ids) {
        SessionQuery asked = round.next(0).orElseThrow();
        List<Session> sessions = Stream.of(ids)
                .map(id -> aSession().id(id).completedAt(SECOND.toString()).build())
                .toList();
        round.received(
                asked,
                ids.length,
                PositionedEntry.all(List.copyOf(sessions), DateField.END_DATE, SECOND),
                ids.length + 10);
    }
}
