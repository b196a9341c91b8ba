package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final Instant START = Instant.parse("2026-01-06T00:00:00.000Z");
    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final Duration LOOKBACK = Duration.ofMinutes(10);

    private final Settling settling = new Settling(LOOKBACK, START);

    @Test
    void beginsWhereItWasLeft() {
        assertThat(settling.watermark()).isEqualTo(START);
    }

    @Test
    void whatLiesTheLookbackBehindTheLatestSessionIsSettled() {
        settling.read(Instant.MAX, seconds(0));
        settling.seen(NINE, seconds(0));

        assertThat(settling.watermark()).isEqualTo(NINE.minus(LOOKBACK));
    }

    @Test
    void theTimeSinceAPieceWasAskedForIsTakenOff() {
        settling.read(Instant.MAX, seconds(0));
        settling.seen(NINE, seconds(30));

        assertThat(settling.watermark()).isEqualTo(NINE.minus(LOOKBACK).minusSeconds(30));
    }

    @Test
    void historyIsSettledAsFarAsItWasRead() {
        settling.read(NINE.minusSeconds(3_600), seconds(0));
        settling.seen(NINE, seconds(30));

        assertThat(settling.watermark()).isEqualTo(NINE.minusSeconds(3_600));
    }

    @Test
    void aPieceThatWasReadTooEarlyKeepsBackAllThatFollowIt() {
        settling.read(NINE.minusSeconds(660), seconds(0));
        settling.read(NINE, seconds(119));
        settling.seen(NINE, seconds(120));

        assertThat(settling.watermark()).isEqualTo(NINE.minusSeconds(720));
    }

    @Test
    void staysWithinTheYearsThatAnOffsetCanHold() {
        Settling fresh = new Settling(LOOKBACK, Instant.MIN);
        fresh.read(Instant.MAX, seconds(0));
        fresh.seen(Instant.parse("0001-01-01T00:05:00.000Z"), seconds(0));

        assertThat(fresh.watermark()).isEqualTo(Instant.MIN);
    }

    @Test
    void neverGoesBack() {
        settling.read(Instant.MAX, seconds(0));
        settling.seen(NINE, seconds(0));
        settling.seen(NINE.minusSeconds(1), seconds(100));

        assertThat(settling.watermark()).isEqualTo(NINE.minus(LOOKBACK));
    }

    @Test
    void aNewSweepIsJudgedByItsOwnPieces() {
        settling.read(Instant.MAX, seconds(0));
        settling.startAgain();
        settling.read(Instant.MAX, seconds(1_000));
        settling.seen(NINE, seconds(1_001));

        assertThat(settling.watermark()).isEqualTo(NINE.minus(LOOKBACK).minusSeconds(1));
    }

    @Test
    void isRoundedDownToTheMillisecondsThatTheApiKnows() {
        settling.read(Instant.MAX, 0);
        settling.seen(NINE, 1);

        assertThat(settling.watermark()).isEqualTo(NINE.minus(LOOKBACK).minusMillis(1));
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
