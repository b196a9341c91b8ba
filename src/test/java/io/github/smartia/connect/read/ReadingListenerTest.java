package io.github.smartia.connect.read;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Result;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.paging.PositionedEntry;
import io.github.smartia.connect.paging.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of a stream as it is published. */
class ReadingListenerTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final ReadSettings SETTINGS = new ReadSettings(
            List.of(SessionStream.values()),
            Optional.empty(),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            100,
            4,
            true,
            true,
            true);

    private final KeyedContentHash hash = new KeyedContentHash("a secret");
    private final StreamState inProgress = StreamState.fresh(SessionStream.IN_PROGRESS, hash, SETTINGS);
    private final StreamState completed = StreamState.fresh(SessionStream.COMPLETED, hash, SETTINGS);
    private final OpenSessions sessions = new OpenSessions();
    private final RecordedReading told = new RecordedReading();
    private final Outbox outbox = new Outbox(100);

    @Test
    void sessionsPublishedAreCounted() {
        publish(Instant.MAX, completed("a", 1), completed("b", 2));

        assertThat(told.latest()).isEqualTo(progress(2, 0, 0, 0, 0, 2, true));
    }

    @Test
    void whatWasPublishedJustSoIsSuppressed() {
        publish(Instant.MAX, completed("a", 1));

        publish(Instant.MAX, completed("a", 1), completed("b", 2));

        assertThat(told.latest()).isEqualTo(progress(1, 0, 0, 1, 0, 2, true));
    }

    @Test
    void whatChangesIsPublishedAgainAndIsNotLate() {
        publish(Instant.MAX, completed("a", 1), completed("b", 2));

        publish(Instant.MAX, withResult("a", 1), completed("b", 2));

        assertThat(told.latest()).isEqualTo(progress(1, 0, 1, 1, 0, 2, true));
    }

    @Test
    void whatComesAfterLaterOnesIsLate() {
        publish(Instant.MAX, completed("a", 1), completed("c", 3));

        publish(Instant.MAX, completed("b", 2), completed("d", 4));

        assertThat(told.latest()).isEqualTo(progress(2, 1, 0, 0, 0, 4, true));
    }

    @Test
    void deadLettersAreNoPublishedSessions() {
        Entry malformed = new MalformedSession(
                Optional.of("b"), Optional.empty(), Optional.of(NINE.plusMillis(2)), "user", "is missing", "{}");

        publish(Instant.MAX, completed("a", 1), malformed);

        assertThat(told.latest()).isEqualTo(progress(1, 0, 0, 0, 1, 2, true));
        assertThat(told.latest().broughtNews()).isTrue();
    }

    @Test
    void tombstonesAreCountedWhereSessionsComplete() {
        StreamPublisher open = publisher(inProgress, new Opening(sessions, completed));
        open.publish(chunk(Instant.MAX, List.of(aSession().id("a").build()), inProgress), 0);

        publish(Instant.MAX, completed("a", 1), completed("b", 2));

        assertThat(told.latest().published()).isEqualTo(2);
        assertThat(told.latest().tombstones()).isEqualTo(1);
    }

    @Test
    void aPieceThatIsNotTheLastDoesNotReachTheEnd() {
        publish(NINE.plusMillis(2), completed("a", 1));
        assertThat(told.latest().atTheEnd()).isFalse();

        publish(Instant.MAX);
        assertThat(told.latest().atTheEnd()).isTrue();
        assertThat(told.latest().broughtNews()).isFalse();
        assertThat(told.latest().position()).contains(NINE.plusMillis(1));
    }

    @Test
    void aStreamOfNothingHasNoPosition() {
        publish(Instant.MAX);

        assertThat(told.latest().position()).isEmpty();
    }

    private void publish(Instant coveredTo, Entry... entries) {
        publisher(completed, new Closing(sessions, completed, Optional.empty()))
                .publish(chunk(coveredTo, Arrays.asList(entries), completed), 0);
    }

    private StreamPublisher publisher(StreamState state, LifeCycle lifeCycle) {
        VirtualLoop loop = new VirtualLoop();
        DeadLetterLog log = new DeadLetterLog("some-school", state.stream(), loop);
        return new StreamPublisher("some-school", state, lifeCycle, Optional.of(log), Optional.empty(), outbox, told);
    }

    private static Segment chunk(Instant coveredTo, List<? extends Entry> entries, StreamState state) {
        List<Entry> all = List.copyOf(entries);
        return new Segment(PositionedEntry.all(all, state.stream().dateField(), NINE), coveredTo, 0);
    }

    private static Session completed(String id, int millis) {
        return aSession().id(id).completedAt(NINE.plusMillis(millis).toString()).build();
    }

    private static Session withResult(String id, int millis) {
        Result result = new Result(Optional.empty(), Optional.of("L2 - Upper"), Optional.empty());
        return aSession()
                .id(id)
                .completedAt(NINE.plusMillis(millis).toString())
                .result(result)
                .build();
    }

    private static Progress progress(
            int published, int late, int changed, int suppressed, int deadLetters, int millis, boolean atTheEnd) {
        Optional<Instant> position = Optional.of(NINE.plusMillis(millis));
        return new Progress(published, late, changed, suppressed, deadLetters, 0, position, atTheEnd);
    }
}
