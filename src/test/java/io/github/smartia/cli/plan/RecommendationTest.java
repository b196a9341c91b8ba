package io.github.smartia.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.cli.api.SessionStream;
import io.github.smartia.connect.offset.Fingerprint;
import io.github.smartia.connect.offset.FingerprintCodec;
import io.github.smartia.connect.offset.StreamOffset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecommendationTest {

    private static Figures busy(long sessionsADay) {
        BusiestDay day = new BusiestDay(LocalDate.of(2026, 9, 10), 1, sessionsADay);
        return new Figures(
                size(SessionStream.COMPLETED), size(SessionStream.IN_PROGRESS), Optional.of(day), Duration.ZERO, false);
    }

    private static StreamSize size(SessionStream stream) {
        return new StreamSize(stream, 1_000_000, Optional.empty(), Optional.empty());
    }

    @Test
    void aLookbackThatCanBeRememberedStaysADay() {
        Recommendation recommendation = Recommendation.of(busy(25_000));

        assertThat(recommendation.settings()).containsEntry("lookback.ms", "86400000");
        assertThat(recommendation.remembered(busy(25_000))).isEqualTo(25_000);
    }

    @Test
    void moreSessionsADayMakeTheLookbackShorter() {
        Recommendation recommendation = Recommendation.of(busy(100_000));

        assertThat(recommendation.settings()).containsEntry("lookback.ms", "21600000");
        assertThat(recommendation.remembered(busy(100_000))).isLessThanOrEqualTo(25_000);
    }

    /** The tool shares no code with the connector, so its figures are compared with what the connector writes. */
    @ParameterizedTest
    @ValueSource(longs = {1_000, 60_000})
    void aSessionTakesAsManyBytesAsTheConnectorWrites(long millisBetween) {
        int sessions = Recommendation.REMEMBERED;
        List<Fingerprint> latestFirst = LongStream.range(0, sessions)
                .mapToObj(i -> new Fingerprint(i, 1, 1_800_000_000_000L - i * millisBetween))
                .toList();

        int bytes = FingerprintCodec.encode(latestFirst, Integer.MAX_VALUE).length();

        assertThat(bytes / sessions).isBetween(Recommendation.BYTES_A_SESSION - 2, Recommendation.BYTES_A_SESSION);
        assertThat(bytes).isLessThan(StreamOffset.MAX_CHARS);
    }

    @Test
    void catchingUpTakesAsLongAsTheRateAllows() {
        CatchUp catchUp = new CatchUp(1_000_000, Duration.ofMillis(50));

        assertThat(catchUp.requests()).isEqualTo(10_400);
        assertThat(catchUp.at(5)).isEqualTo(Duration.ofSeconds(2_080));
    }

    @Test
    void slowResponsesMakeCatchingUpLonger() {
        CatchUp catchUp = new CatchUp(1_000_000, Duration.ofSeconds(2));

        assertThat(catchUp.at(5)).isEqualTo(Duration.ofSeconds(5_200));
    }
}
