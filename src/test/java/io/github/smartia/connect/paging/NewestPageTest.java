package io.github.smartia.connect.paging;

import static io.github.smartia.connect.model.Sessions.completed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionQuery.Direction;
import io.github.smartia.connect.model.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestPageTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");

    @Test
    void newestSessionsAreRequestedOnce() {
        NewestPage newest = newest(NINE.plusMillis(500), NINE);

        SessionQuery query = newest.nextRequest().orElseThrow().query();

        assertThat(query.direction()).isEqualTo(Direction.DESCENDING);
        assertThat(query.after()).contains(NINE.minusMillis(1));
        assertThat(newest.nextRequest()).isEmpty();
    }

    @Test
    void shortPageCoversAllIfTheTotalAgrees() {
        NewestPage newest = newest(NINE, NINE);
        receive(newest, 2, 20, 10);

        Segment segment = newest.nextSegment().orElseThrow();

        assertThat(segment.from()).isEqualTo(NINE);
        assertThat(segment.isLast()).isTrue();
        assertThat(segment.entries()).extracting(PositionedEntry::date).containsExactly(at(10), at(20));
        assertThat(newest.isDone()).isTrue();
    }

    @Test
    void fullPageCoversAfterItsOldestSecond() {
        NewestPage newest = newest(NINE, at(30));
        receive(newest, 100, 40, 30, 20);

        Segment segment = newest.nextSegment().orElseThrow();

        assertThat(segment.from()).isEqualTo(at(21));
        assertThat(segment.entries()).extracting(PositionedEntry::date).containsExactly(at(30), at(40));
    }

    @Test
    void unconnectedPageIsNotReturned() {
        NewestPage newest = newest(NINE, at(20));
        receive(newest, 100, 50, 40, 30);

        assertThat(newest.isConnected()).isFalse();
        assertThat(newest.nextSegment()).isEmpty();
        assertThat(newest.isDone()).isTrue();
    }

    @Test
    void shortPageWithALargerTotalIsNotAll() {
        NewestPage newest = newest(NINE, NINE);
        receive(newest, 3, 20, 10);

        assertThat(newest.isConnected()).isFalse();
    }

    @Test
    void unavailableRequestEndsThePass() {
        NewestPage newest = newest(NINE, NINE);
        newest.unavailable(newest.nextRequest().orElseThrow());

        assertThat(newest.isUnavailable()).isTrue();
        assertThat(newest.isDone()).isTrue();
        assertThat(newest.nextSegment()).isEmpty();
    }

    /** Three sessions a page. */
    private static NewestPage newest(Instant from, Instant readTo) {
        return new NewestPage(SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 3), from, readTo, Instant.MIN);
    }

    private static void receive(NewestPage newest, long total, int... seconds) {
        List<Entry> entries = new ArrayList<>();
        for (int second : seconds) {
            entries.add(completed("s" + second, at(second)));
        }
        newest.received(newest.nextRequest().orElseThrow(), new SessionPage(entries, total));
    }

    private static Instant at(int second) {
        return NINE.plusSeconds(second);
    }
}
