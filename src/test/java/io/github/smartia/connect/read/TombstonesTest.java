package io.github.smartia.connect.read;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.Fingerprint;
import io.github.smartia.connect.offset.StreamOffset;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TombstonesTest {

    private final StreamState inProgress = state(SessionStream.IN_PROGRESS);
    private final StreamState completed = state(SessionStream.COMPLETED);
    private final Tombstones tombstones = restored();

    @Test
    void sessionNeverOpenedIsClosed() {
        completed.observed(List.of(at("10:00")), at("10:00"));
        tombstones.newestReceived(SessionStream.COMPLETED, 0);

        assertThat(tombstones.close(session("08:00", "09:01"))).isTrue();
        assertThat(tombstones.close(session("08:00", "09:00"))).as("history").isFalse();
    }

    @Test
    void newestSessionOfBothStreamsIsTheApisTime() {
        inProgress.observed(List.of(at("03:00")), at("10:00"));
        tombstones.newestReceived(SessionStream.IN_PROGRESS, 0);
        assertThat(tombstones.after()).as("for now").isEqualTo(at("02:00"));
        completed.observed(List.of(at("10:00")), at("10:00"));

        tombstones.newestReceived(SessionStream.COMPLETED, 0);

        assertThat(tombstones.after()).isEqualTo(at("09:00"));
    }

    @Test
    void timeSinceTheStartIsSubtracted() {
        tombstones.start(0);
        tombstones.start(Duration.ofHours(1).toNanos());
        tombstones.newestReceived(SessionStream.IN_PROGRESS, Duration.ofHours(2).toNanos());
        completed.observed(List.of(at("15:00")), at("15:00"));
        tombstones.newestReceived(SessionStream.COMPLETED, Duration.ofHours(5).toNanos());

        assertThat(tombstones.after()).isEqualTo(at("09:00"));
    }

    @Test
    void laterSessionsDoNotMoveT() {
        completed.observed(List.of(at("10:00")), at("10:00"));
        tombstones.newestReceived(SessionStream.COMPLETED, 0);
        tombstones.newestReceived(SessionStream.IN_PROGRESS, 0);
        completed.observed(List.of(at("11:00")), at("11:00"));
        tombstones.newestReceived(SessionStream.COMPLETED, 0);

        assertThat(tombstones.after()).isEqualTo(at("09:00"));
    }

    @Test
    void withoutHistoryEverySessionIsClosed() {
        tombstones.newestReceived(SessionStream.IN_PROGRESS, 0);
        tombstones.newestReceived(SessionStream.COMPLETED, 0);
        completed.observed(List.of(at("10:00")), at("10:00"));
        tombstones.newestReceived(SessionStream.COMPLETED, 0);

        assertThat(tombstones.after()).isEqualTo(Instant.MIN);
    }

    @Test
    void storedTIsNotChanged() {
        Tombstones restored = restored(offset(SessionStream.COMPLETED, "07:00"));
        inProgress.observed(List.of(at("10:00")), at("10:00"));
        restored.newestReceived(SessionStream.IN_PROGRESS, 0);

        assertThat(restored.after()).isEqualTo(at("07:00"));
    }

    @Test
    void earlierOfTwoStoredTCounts() {
        Tombstones restored =
                restored(offset(SessionStream.COMPLETED, "07:00"), offset(SessionStream.IN_PROGRESS, "06:00"));

        assertThat(restored.after()).isEqualTo(at("06:00"));
    }

    @Test
    void offsetSetByAPersonCountsByItsDate() {
        StreamOffset set = StreamOffset.from(SessionStream.COMPLETED, at("05:00"));
        Tombstones restored = restored(set, offset(SessionStream.IN_PROGRESS, "06:00"));

        assertThat(restored.after()).isEqualTo(at("05:00"));
    }

    @Test
    void completedSessionIsNotOpened() {
        completed(session("08:00", "09:30"));

        assertThat(tombstones.mayOpen(session("08:00"))).isFalse();
    }

    @Test
    void restartedSessionIsNotClosedByItsFirstEnd() {
        completed(session("08:00", "09:30"));
        Session again = session("09:45");
        assertThat(tombstones.mayOpen(again)).isTrue();
        inProgress.published(Position.startOf(again.startDate()), fingerprint(again, again.startDate()));

        assertThat(tombstones.close(session("08:00", "09:30"))).isFalse();
        assertThat(tombstones.close(session("09:45", "10:00"))).isTrue();
    }

    @Test
    void settledSessionOnAnOldPageIsNotOpened() {
        completed(session("08:00", "09:30"));
        tombstones.inProgressPassStarts();
        tombstones.completedSettled(completed.settle(at("11:00")));
        assertThat(tombstones.mayOpen(session("08:00"))).isFalse();

        tombstones.inProgressPassStarts();

        assertThat(tombstones.mayOpen(session("08:00"))).isTrue();
    }

    @Test
    void withoutTombstonesNothingIsClosed() {
        Tombstones none = new Tombstones(states(), List.of(), false);
        completed(session("08:00", "09:30"));

        assertThat(none.close(session("08:00", "09:30"))).isFalse();
        assertThat(none.mayOpen(session("08:00"))).isFalse();
    }

    @Test
    void singleStreamOpensAllAndClosesNothing() {
        Tombstones alone = new Tombstones(Map.of(SessionStream.COMPLETED, completed), List.of(), true);
        completed(session("08:00", "09:30"));

        assertThat(alone.mayOpen(session("08:00"))).isTrue();
        assertThat(alone.close(session("08:00", "09:30"))).isFalse();
    }

    private Tombstones restored(StreamOffset... stored) {
        return new Tombstones(states(), List.of(stored), true);
    }

    private Map<SessionStream, StreamState> states() {
        return Map.of(SessionStream.IN_PROGRESS, inProgress, SessionStream.COMPLETED, completed);
    }

    private void completed(Session session) {
        Instant end = session.endDate().orElseThrow();
        completed.published(Position.startOf(end), fingerprint(session, end));
    }

    private static Fingerprint fingerprint(Session session, Instant date) {
        return new Fingerprint(Fingerprint.id(session.sessionId()), 1, date.toEpochMilli());
    }

    private static StreamOffset offset(SessionStream stream, String after) {
        StreamOffset.Memory memory = new StreamOffset.Memory(Optional.empty(), Optional.of(at(after)), "name", "");
        return new StreamOffset(stream, Position.startOf(at("12:00")), Optional.of(memory));
    }

    private static StreamState state(SessionStream stream) {
        return StreamState.fresh(stream, new KeyedContentHash("a secret"), TestReaders.settings(Duration.ofHours(1)));
    }

    private static Session session(String start) {
        return aSession().startedAt(at(start).toString()).build();
    }

    private static Session session(String start, String end) {
        return aSession()
                .startedAt(at(start).toString())
                .completedAt(at(end).toString())
                .build();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-06T" + time + ":00.000Z");
    }
}
