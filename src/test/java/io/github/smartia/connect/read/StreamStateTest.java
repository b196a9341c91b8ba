package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.Fingerprint;
import io.github.smartia.connect.offset.FingerprintCodec;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.paging.Segment;
import io.github.smartia.connect.read.ReadSettings.Extra;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamStateTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");

    private final KeyedContentHash hash = new KeyedContentHash("a secret");
    private final StreamState state = freshFrom(Optional.empty());

    @Test
    void streamWithoutPublicationHasNoOffset() {
        assertThat(state.offset(Instant.MIN)).isEmpty();
    }

    @Test
    void readingStartsAtTheStartDateOrWithHistory() {
        assertThat(freshFrom(Optional.of(NINE)).watermark()).isEqualTo(NINE);
        assertThat(state.watermark()).isEqualTo(Instant.MIN);
    }

    @Test
    void offsetSetByAPersonOverridesTheStartDate() {
        StreamState restored = StreamState.restored(
                StreamOffset.from(SessionStream.COMPLETED, NINE), hash, settings(Optional.of(NINE.plusSeconds(60))));

        assertThat(restored.watermark()).isEqualTo(NINE);
    }

    @Test
    void lateSessionDoesNotMoveThePosition() {
        state.published(new Position(NINE, "b"), new Fingerprint(1, 1, NINE.toEpochMilli()));
        state.published(new Position(NINE, "a"), new Fingerprint(2, 1, NINE.toEpochMilli()));

        assertThat(state.position()).contains(new Position(NINE, "b"));
    }

    /** Sessions that do not fit are published again after a restart, never lost. */
    @Test
    void offsetIsBoundedForALargeLookback() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            Instant date = NINE.plusMillis(random.nextInt(100_000_000));
            long id = random.nextLong() >>> 16;
            state.published(new Position(date, "s" + i), new Fingerprint(id, i & 0xFFFFFF, date.toEpochMilli()));
        }

        StreamOffset offset = state.offset(NINE).orElseThrow();

        int bytes = offset.toMap().toString().getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes).isBetween(400 << 10, 512 << 10);
        String published = offset.memory().orElseThrow().published();
        assertThat(FingerprintCodec.decode(published)).hasSizeGreaterThan(25_000);
        assertThat(StreamOffset.fromMap(SessionStream.COMPLETED, offset.toMap()))
                .isEqualTo(offset);
    }

    @Test
    void pageSettlesDatesOlderThanTheLookback() {
        assertThat(state.settledBy(segment(Instant.MIN, Instant.MAX, NINE))).isEqualTo(NINE.minus(Duration.ofDays(31)));
    }

    @Test
    void pageSettlesNothingBeyondItsEnd() {
        Instant end = NINE.minus(Duration.ofDays(40));

        assertThat(state.settledBy(segment(Instant.MIN, end, NINE))).isEqualTo(end);
    }

    @Test
    void pageAfterAGapSettlesNothing() {
        Instant start = NINE.minus(Duration.ofDays(60));

        assertThat(freshFrom(Optional.of(start)).settledBy(segment(start.plusMillis(1), Instant.MAX, NINE)))
                .isEqualTo(start);
    }

    @Test
    void nothingIsSettledWithoutTheApisTime() {
        assertThat(state.settledBy(segment(Instant.MIN, Instant.MAX, Instant.MIN)))
                .isEqualTo(Instant.MIN);
    }

    @Test
    void datesAheadOfTheApisClockProveNothing() {
        state.observed(List.of(NINE.minusSeconds(5), NINE.plusMillis(1)), NINE);

        assertThat(state.apiTime()).isEqualTo(NINE.minusSeconds(5));
    }

    private static Segment segment(Instant from, Instant coveredTo, Instant apiTime) {
        return new Segment(List.of(), from, coveredTo, apiTime);
    }

    private StreamState freshFrom(Optional<Instant> start) {
        return StreamState.fresh(SessionStream.COMPLETED, hash, settings(start));
    }

    private static ReadSettings settings(Optional<Instant> start) {
        return TestReaders.settings(start, Duration.ofDays(31), 100, Extra.TOMBSTONES);
    }
}
