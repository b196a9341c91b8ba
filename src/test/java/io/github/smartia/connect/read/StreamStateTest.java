package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.SessionStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StreamStateTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");

    private final KeyedContentHash hash = new KeyedContentHash("a secret");

    @Test
    void aStreamThatPublishedNothingHasNoOffset() {
        assertThat(StreamState.fresh(SessionStream.COMPLETED, hash, settings(Optional.empty()))
                        .offset(List.of()))
                .isEmpty();
    }

    @Test
    void readingBeginsAtTheStartDateOrWithHistory() {
        assertThat(StreamState.fresh(SessionStream.COMPLETED, hash, settings(Optional.of(NINE)))
                        .watermark())
                .isEqualTo(NINE);
        assertThat(StreamState.fresh(SessionStream.COMPLETED, hash, settings(Optional.empty()))
                        .watermark())
                .isEqualTo(Instant.MIN);
    }

    @Test
    void aDateThatAPersonSetIsReadFromWhateverTheStartDate() {
        StreamState state = StreamState.restored(
                StreamOffset.from(SessionStream.COMPLETED, NINE), hash, settings(Optional.of(NINE.plusSeconds(60))));

        assertThat(state.watermark()).isEqualTo(NINE);
    }

    @Test
    void thePositionIsTheLatestPublishedWhateverCameLate() {
        StreamState state = StreamState.fresh(SessionStream.COMPLETED, hash, settings(Optional.empty()));
        state.published(new Position(NINE, "b"), new Fingerprint(1, 1, NINE.toEpochMilli()));
        state.published(new Position(NINE, "a"), new Fingerprint(2, 1, NINE.toEpochMilli()));

        assertThat(state.position()).contains(new Position(NINE, "b"));
    }

    /** "Offsets stay under 256 KiB", and what does not fit is repeated, never lost. */
    @Test
    void theOffsetIsBoundedHoweverManySessionsLieInTheLookbackAndAreOpen() {
        StreamState state = StreamState.fresh(SessionStream.IN_PROGRESS, hash, settings(Optional.empty()));
        OpenSessions open = new OpenSessions();
        LongStream.range(0, 50_000).forEach(open::open);
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            Instant date = NINE.plusMillis(random.nextInt(100_000_000));
            long id = random.nextLong() >>> 24;
            state.published(new Position(date, "s" + i), new Fingerprint(id, i, date.toEpochMilli()));
        }

        StreamOffset offset = state.offset(open.allOpen()).orElseThrow();

        int bytes = offset.toMap().toString().getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes).isBetween(200 << 10, 256 << 10);
        assertThat(StreamOffset.fromMap(SessionStream.IN_PROGRESS, offset.toMap()))
                .isEqualTo(offset);
    }

    private static ReadSettings settings(Optional<Instant> start) {
        return new ReadSettings(
                List.of(SessionStream.COMPLETED),
                start,
                Duration.ofMinutes(1),
                Duration.ofDays(31),
                100,
                4,
                true,
                true,
                false);
    }
}
