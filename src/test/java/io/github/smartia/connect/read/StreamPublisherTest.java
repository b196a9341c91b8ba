package io.github.smartia.connect.read;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.Result;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Sessions;
import io.github.smartia.connect.paging.PositionedEntry;
import io.github.smartia.connect.paging.Segment;
import io.github.smartia.connect.read.ReadSettings.Extra;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is published of a segment, and how it is counted. */
class StreamPublisherTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final Instant TOMORROW = NINE.plus(Duration.ofDays(1));
    private static final ReadSettings SETTINGS =
            TestReaders.settings(Optional.empty(), Duration.ofMinutes(10), 100, Extra.TOMBSTONES, Extra.DEAD_LETTERS);

    private final CountingHash hash = new CountingHash();
    private final StreamState inProgress = StreamState.fresh(SessionStream.IN_PROGRESS, hash, SETTINGS);
    private final StreamState completed = StreamState.fresh(SessionStream.COMPLETED, hash, SETTINGS);
    private final Tombstones tombstones = new Tombstones(
            Map.of(SessionStream.IN_PROGRESS, inProgress, SessionStream.COMPLETED, completed), List.of(), true);
    private final RecordedReading read = new RecordedReading();
    private final List<ReadProgress> counted = new ArrayList<>();
    private final BatchQueue queue = new BatchQueue(100, 100);
    private final StreamPublisher publisher = publisher(completed);

    @Test
    void publishedSessionsAreCounted() {
        publish(Instant.MAX, completed("a", 1), completed("b", 2));

        assertThat(latest()).isEqualTo(progress(2, 0, 0, 0, 0, 2, true));
    }

    @Test
    void unchangedSessionIsSuppressed() {
        publish(Instant.MAX, completed("a", 1));

        publish(Instant.MAX, completed("a", 1), completed("b", 2));

        assertThat(latest()).isEqualTo(progress(1, 0, 0, 1, 0, 2, true));
    }

    @Test
    void changedSessionIsPublishedAndNotLate() {
        publish(Instant.MAX, completed("a", 1), completed("b", 2));

        publish(Instant.MAX, withResult("a", 1), completed("b", 2));

        assertThat(latest()).isEqualTo(progress(1, 0, 1, 1, 0, 2, true));
    }

    @Test
    void sessionAfterLaterOnesIsLate() {
        publish(Instant.MAX, completed("a", 1), completed("c", 3));

        publish(Instant.MAX, completed("b", 2), completed("d", 4));

        assertThat(latest()).isEqualTo(progress(2, 1, 0, 0, 0, 4, true));
    }

    @Test
    void deadLettersAreCountedSeparately() {
        publish(Instant.MAX, completed("a", 1), malformed("b", 2));

        assertThat(latest()).isEqualTo(progress(1, 0, 0, 0, 1, 2, true));
        assertThat(latest().hasRecords()).isTrue();
    }

    @Test
    void onlyTheLastSegmentIsCaughtUp() {
        publish(NINE.plusMillis(2), completed("a", 1));
        assertThat(latest().caughtUp()).isFalse();

        publish(Instant.MAX);
        assertThat(latest().caughtUp()).isTrue();
        assertThat(latest().hasRecords()).isFalse();
        assertThat(latest().position()).contains(NINE.plusMillis(1));
    }

    @Test
    void emptyStreamHasNoPosition() {
        publish(Instant.MAX);

        assertThat(latest().position()).isEmpty();
    }

    @Test
    void sessionSettledByItsPageIsNotRemembered() {
        publish(NINE.plusSeconds(1), NINE.plus(Duration.ofDays(1)), completed("a", 1), completed("b", 2));

        assertThat(latest().published()).isEqualTo(2);
        assertThat(latest().tombstones()).isEqualTo(2);
        assertThat(completed.watermark()).isEqualTo(NINE.plusSeconds(1));
        assertThat(completed.published().latestFirst(Instant.MIN)).isEmpty();
    }

    @Test
    void historyIsNotHashed() {
        assertThat(publish(Instant.MAX, TOMORROW, completed(1_000)).sessions()).isEqualTo(1_000);

        assertThat(hash.hashed).isZero();
    }

    @Test
    void historyOfMoreThanABatchIsHashedAndDivided() {
        assertThat(publish(Instant.MAX, TOMORROW, completed(1_001)).sessions()).isEqualTo(1_001);

        assertThat(hash.hashed).isEqualTo(1_001);
        assertThat(counted).extracting(ReadProgress::published).containsExactly(1_000, 1);
    }

    @Test
    void sessionListedTwiceInHistoryIsHashed() {
        publish(Instant.MAX, TOMORROW, completed("a", 1), completed("a", 1));

        assertThat(hash.hashed).isEqualTo(2);
        assertThat(latest().published()).isEqualTo(1);
    }

    @Test
    void malformedSessionInHistoryIsHashed() {
        publish(Instant.MAX, TOMORROW, completed("a", 1), malformed("b", 2));

        assertThat(hash.hashed).isEqualTo(2);
    }

    @Test
    void historyIsHashedBehindRememberedSessions() {
        publish(Instant.MAX, completed("a", 1));

        publish(Instant.MAX, TOMORROW, completed("a", 1), completed("b", 2));

        assertThat(hash.hashed).isEqualTo(3);
        assertThat(latest()).isEqualTo(progress(1, 0, 0, 1, 0, 2, true));
    }

    @Test
    void pageLackingSessionsSettlesNothingAtFirst() {
        publish(Instant.MAX, completed("a", 1), completed("b", 2));

        assertThat(publish(Instant.MAX, TOMORROW, completed("b", 2)).needsConfirmation())
                .isTrue();
        assertThat(completed.watermark()).isEqualTo(Instant.MIN);
        assertThat(latest().vanished()).isZero();
        assertThat(publish(Instant.MAX, TOMORROW, completed("b", 2)).needsConfirmation())
                .isFalse();

        assertThat(completed.watermark()).isEqualTo(TOMORROW.minus(SETTINGS.lookback()));
        assertThat(latest().vanished()).isEqualTo(1);
    }

    @Test
    void partsOfAGroupOfTiesAreNotMissingAtItsEnd() {
        Instant end = NINE.plusSeconds(1);
        publish(Instant.MIN, TOMORROW, completed("a", 1), completed("b", 1));
        publish(Instant.MIN, TOMORROW, completed("c", 1));

        assertThat(publish(end, TOMORROW, completed("d", 1)).needsConfirmation())
                .isFalse();
        assertThat(completed.watermark()).isEqualTo(end);
    }

    @Test
    void contradictoryPagesWithPartsSettleInTheEnd() {
        publish(Instant.MAX, completed("a", 1), completed("b", 2), completed("c", 3));
        boolean contradicted = false;
        for (int pass = 0; pass < 4 && !contradicted; pass++) {
            publish(Instant.MIN, TOMORROW, pass % 2 == 0 ? completed("a", 1) : completed("b", 2));
            contradicted = publish(Instant.MAX, TOMORROW, completed("c", 3)).isContradicted();
        }

        assertThat(contradicted).isTrue();
    }

    @Test
    void oneVanishedSessionAfterAnotherIsNoContradiction() {
        publish(Instant.MAX, completed(8));
        for (int shown = 7; shown > 0; shown--) {
            assertThat(publish(Instant.MAX, TOMORROW, completed(shown)).needsConfirmation())
                    .isTrue();
        }
    }

    /** Each of two replicas lacks a session that the other one shows. */
    @Test
    void contradictoryPagesSettleInTheEnd() {
        publish(Instant.MAX, completed("a", 1), completed("b", 2));
        List<String> lacking = List.of("a", "b", "a");
        for (String id : lacking) {
            assertThat(publish(Instant.MAX, TOMORROW, completed(id, id.equals("a") ? 1 : 2))
                            .needsConfirmation())
                    .isTrue();
        }

        StreamPublisher.Published published = publish(Instant.MAX, TOMORROW, completed("b", 2));

        assertThat(published.needsConfirmation()).isFalse();
        assertThat(published.isContradicted()).isTrue();
        assertThat(completed.watermark()).isEqualTo(TOMORROW.minus(SETTINGS.lookback()));
    }

    @Test
    void revertedSessionsAreDividedIntoBatches() {
        publish(Instant.MAX, completed(1_500));
        publish(
                Instant.MAX,
                IntStream.range(0, 1_500)
                        .mapToObj(i -> withResult("%04d".formatted(i), i))
                        .toArray(Session[]::new));
        counted.clear();

        assertThat(publish(Instant.MAX, TOMORROW, completed(1_500)).sessions()).isEqualTo(1_500);

        assertThat(counted).extracting(ReadProgress::published).containsExactly(1_000, 500);
    }

    @Test
    void revertedSessionIsNotOpenedAfterItsCompletion() {
        list(Instant.MIN, open("a", "08:00", "1"));
        list(Instant.MIN, open("a", "08:00", "2"));
        list(Instant.MIN, open("a", "08:00", "1"));
        publish(Instant.MAX, completed("a", 1));

        assertThat(list(TOMORROW).sessions()).isZero();
        assertThat(inProgress.watermark()).isEqualTo(TOMORROW.minus(SETTINGS.lookback()));
    }

    /** A stale response lists the first start of a session that has completed and begun again. */
    @Test
    void staleStartDoesNotReplaceALaterOne() {
        list(Instant.MIN, open("a", "08:00", "1"));
        publish(Instant.MAX, completed("a", 1));
        list(Instant.MIN, open("a", "10:00", "1"));

        assertThat(list(Instant.MIN, open("a", "08:00", "1")).sessions()).isZero();

        publish(Instant.MAX, withResult("a", 1));
        assertThat(latest().published()).isEqualTo(1);
        assertThat(latest().tombstones()).as("it is open again").isZero();
        assertThat(list(TOMORROW, open("a", "10:00", "1")).sessions()).isZero();
    }

    @Test
    void pageThatSettlesNothingNeedsNoConfirmation() {
        publish(Instant.MAX, completed("a", 1), completed("b", 2));

        assertThat(publish(Instant.MAX, Instant.MIN, completed("b", 2)).needsConfirmation())
                .isFalse();
    }

    @Test
    void settledSessionIsNotOpenedByAPageInFlight() {
        publish(Instant.MAX, completed("a", 1));
        tombstones.inProgressPassStarts();
        publish(Instant.MAX, TOMORROW, completed("a", 1));

        assertThat(list(Instant.MIN, open("a", "08:00", "1")).sessions()).isZero();
        assertThat(latest().suppressed()).isEqualTo(1);

        tombstones.inProgressPassStarts();
        assertThat(list(Instant.MIN, open("a", "08:00", "1")).sessions())
                .as("seen open before")
                .isZero();
        assertThat(list(Instant.MIN, open("b", "08:00", "1")).sessions()).isEqualTo(1);
    }

    /** Publishes all open sessions, as requested at {@code apiTime}. */
    private StreamPublisher.Published list(Instant apiTime, Session... open) {
        List<PositionedEntry> positioned =
                PositionedEntry.all(List.of(open), inProgress.stream().dateField(), NINE);
        StreamPublisher.Published published =
                publisher(inProgress).publish(new Segment(positioned, Instant.MIN, Instant.MAX, apiTime), true);
        count();
        return published;
    }

    private static Session open(String id, String start, String content) {
        return aSession()
                .id(id)
                .startedAt("2026-01-06T" + start + ":00.000Z")
                .additionalField("content", content)
                .build();
    }

    private ReadProgress latest() {
        return counted.get(counted.size() - 1);
    }

    private StreamPublisher publisher(StreamState state) {
        return new StreamPublisher(
                new OrganisationContext("some-school", SETTINGS, new VirtualLoop(), queue, read),
                state,
                tombstones,
                Optional.empty(),
                entry -> {});
    }

    private StreamPublisher.Published publish(Instant coveredTo, Entry... entries) {
        return publish(coveredTo, Instant.MIN, entries);
    }

    /** Publishes a segment from the beginning of history that was requested at {@code apiTime}. */
    private StreamPublisher.Published publish(Instant coveredTo, Instant apiTime, Entry... entries) {
        return publish(new Segment(positioned(entries), Instant.MIN, coveredTo, apiTime));
    }

    private List<PositionedEntry> positioned(Entry... entries) {
        return PositionedEntry.all(Arrays.asList(entries), completed.stream().dateField(), NINE);
    }

    private StreamPublisher.Published publish(Segment segment) {
        StreamPublisher.Published published = publisher.publish(segment, segment.isLast());
        count();
        return published;
    }

    private void count() {
        counted.addAll(read.progress);
        read.progress.clear();
        try {
            for (List<Batch> some = queue.poll(Duration.ZERO); !some.isEmpty(); some = queue.poll(Duration.ZERO)) {
                some.forEach(batch -> counted.add(batch.progress()));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Session[] completed(int sessions) {
        return IntStream.range(0, sessions)
                .mapToObj(i -> completed("%04d".formatted(i), i))
                .toArray(Session[]::new);
    }

    private static Entry malformed(String id, int millis) {
        return Sessions.malformed(id, NINE.plusMillis(millis));
    }

    private static Session completed(String id, int millis) {
        return Sessions.completed(id, NINE.plusMillis(millis));
    }

    private static Session withResult(String id, int millis) {
        Result result = new Result(Optional.empty(), Optional.of("L2 - Upper"), Optional.empty());
        return aSession()
                .id(id)
                .completedAt(NINE.plusMillis(millis).toString())
                .result(result)
                .build();
    }

    private static ReadProgress progress(
            int published, int late, int changed, int suppressed, int deadLetters, int millis, boolean caughtUp) {
        Optional<Instant> position = Optional.of(NINE.plusMillis(millis));
        return new ReadProgress(published, late, changed, suppressed, deadLetters, published, 0, position, caughtUp);
    }

    private static final class CountingHash implements ContentHash {

        private final ContentHash hash = new KeyedContentHash("a secret");
        private int hashed;

        @Override
        public long of(Entry entry) {
            hashed++;
            return hash.of(entry);
        }

        @Override
        public String name() {
            return hash.name();
        }
    }
}
