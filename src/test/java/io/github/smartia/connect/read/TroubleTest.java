package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionQuery.Direction;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Sessions;
import io.github.smartia.connect.offset.FingerprintCodec;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.read.History.Choice;
import io.github.smartia.connect.read.History.Restart;
import io.github.smartia.connect.read.History.Trouble;
import io.github.smartia.connect.read.History.Tuning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Outages, revoked keys, crashes, and offsets set by a person. */
class TroubleTest {

    private static final Instant NOW = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final Choice AT_LEAST_ONCE =
            new Choice(List.of(SessionStream.values()), Optional.empty(), true, false);

    private final List<ModelSession> sessions = new ArrayList<>();
    private final List<Trouble> trouble = new ArrayList<>();
    private final List<Restart> restarts = new ArrayList<>();

    @Test
    void completedSessionsAreReadWhileOpenOnesFail() {
        trouble.add(unanswered(SessionStream.IN_PROGRESS, 0, 3_600));
        session("open", -100, 100_000);
        session("early", -1_000, -10);
        session("late", -1_000, 900);

        Reading reading = Reading.begin(history(Choice.ALL));
        reading.readFor(Duration.ofMinutes(10));
        assertThat(reading.ids(SessionStream.COMPLETED)).as("at once").containsExactly("early");
        reading.readFor(Duration.ofMinutes(10));
        assertThat(reading.ids(SessionStream.COMPLETED)).containsExactly("early", "late");
        reading.readFor(Duration.ofHours(1));

        assertThat(reading.ids(SessionStream.IN_PROGRESS)).containsExactly("open");
    }

    /** Without the newest sessions, nothing would settle, and an offset would remember all of history. */
    @Test
    void outageAtTheStartDoesNotKeepHistoryFromSettling() throws InterruptedException {
        List<Session> history = IntStream.range(0, 3_000)
                .mapToObj(i -> Sessions.completed("%04d".formatted(i), NOW.minus(Duration.ofMinutes(3_000 - i))))
                .toList();
        VirtualLoop loop = new VirtualLoop();
        BatchQueue queue = new BatchQueue(10_000, 10_000);
        AtomicInteger outage = new AtomicInteger(2);
        SessionsApi api = TestReaders.responding(query -> {
            if (query.direction() == Direction.DESCENDING && outage.getAndDecrement() > 1) {
                throw ApiExceptions.answered(Kind.TRANSIENT, 503, "down");
            }
            return TestReaders.page(descending(history, query), query);
        });
        ReadSettings settings = TestReaders.settings(Duration.ofHours(1));
        TestReaders.start(api, settings, new KeyedContentHash("secret"), loop, queue, ReadListener.NONE, Map.of());
        loop.pass(Duration.ofMinutes(10));

        List<Batch> batches = new ArrayList<>();
        for (List<Batch> some = queue.poll(Duration.ZERO); !some.isEmpty(); some = queue.poll(Duration.ZERO)) {
            batches.addAll(some);
        }
        assertThat(batches.stream().mapToInt(batch -> batch.entries().size()).sum())
                .isEqualTo(3_000);
        assertThat(batches)
                .allSatisfy(batch -> assertThat(FingerprintCodec.decode(
                                batch.after().memory().orElseThrow().published()))
                        .hasSizeLessThan(200));
    }

    private static List<Session> descending(List<Session> sessions, SessionQuery query) {
        List<Session> listed = new ArrayList<>(sessions);
        if (query.direction() == Direction.DESCENDING) {
            Collections.reverse(listed);
        }
        return listed;
    }

    @Test
    void unansweredRequestIsNotRepeated() {
        trouble.add(unanswered(SessionStream.IN_PROGRESS, 0, 3_600));
        session("early", -1_000, -10);
        Reading reading = Reading.begin(history(Choice.ALL));

        reading.readFor(Duration.ofMinutes(50));

        assertThat(reading.api().queries())
                .extracting(SessionQuery::dateField)
                .filteredOn(SessionStream.IN_PROGRESS.dateField()::equals)
                .hasSize(1);
    }

    /** The crashed run published the session as open, and its stream can't be read afterwards. */
    @Test
    void crashedRunsSessionIsClosedAfterAnOutage() {
        session("known", -100, 100_000);
        session("history", -1_000, -10);
        session("watched", -60, 8);
        session("unknown", 25, 235);
        restarts.add(restart(35, Optional.empty()));
        trouble.add(unanswered(SessionStream.IN_PROGRESS, 35, 300));

        Reading reading = Reading.of(history(AT_LEAST_ONCE));

        assertThat(reading.inProgressTopic().get("unknown")).containsExactly(true, false);
    }

    /** The session is shown late and ends before the last session of history, but is not history. */
    @Test
    void crashedRunsSessionIsClosedDuringHistory() {
        session("known", -100, 100_000);
        session("history", -1_000, -2);
        session("watched", -60, 8);
        sessions.add(ModelSession.session("late", NOW.minusSeconds(10), NOW.minusSeconds(6))
                .shownAfter(Duration.ofSeconds(34)));
        restarts.add(restart(28, Optional.empty()));

        Reading reading = Reading.of(history(AT_LEAST_ONCE));

        assertThat(reading.inProgressTopic().get("late")).containsExactly(true, false);
    }

    @Test
    void dateSetByAPersonIsTheFirstDateRead() {
        session("before", -500, -301);
        session("at", -500, -300);
        session("after", -500, -299);
        restarts.add(restart(60, Optional.of(StreamOffset.from(SessionStream.COMPLETED, NOW.minusSeconds(300)))));

        Reading reading = Reading.of(history(Choice.ALL));

        assertThat(reading.ids(SessionStream.COMPLETED)).containsExactly("before", "at", "after", "at", "after");
    }

    @Test
    void nothingIsRequestedAfterAFailure() {
        // The next poll of both streams is rejected.
        Duration rejectedAt = Duration.ofMillis(999_500);
        Duration end = Duration.ofHours(3);
        restarts.add(new Restart(end, end.minus(rejectedAt), Duration.ZERO, 100, 1, false, Optional.empty()));
        Reading reading = Reading.begin(history(Choice.ALL));
        reading.readFor(Duration.ofSeconds(999));
        int before = reading.requests();

        reading.readFor(Duration.ofHours(1));

        assertThat(reading.requests()).isEqualTo(before + 2);
    }

    private History history(Choice choice) {
        return new History(sessions, NOW, Tuning.FAST, choice, trouble, restarts, 2);
    }

    /** Start and end are in seconds from now. */
    private void session(String id, int start, int end) {
        sessions.add(ModelSession.session(id, NOW.plusSeconds(start), NOW.plusSeconds(end)));
    }

    private static Trouble unanswered(SessionStream stream, int from, int seconds) {
        return new Trouble(Optional.of(stream), Duration.ofSeconds(from), Duration.ofSeconds(seconds));
    }

    private static Restart restart(int at, Optional<StreamOffset> set) {
        return new Restart(Duration.ofSeconds(at), Duration.ZERO, Duration.ZERO, 100, 1, false, set);
    }
}
