package io.github.smartia.connect.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.RecordedLog;
import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.SourcePartition;
import io.github.smartia.connect.read.VirtualLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryLogTest {

    private static final Optional<Position> NINE =
            Optional.of(Position.startOf(Instant.parse("2026-01-06T09:00:00.000Z")));

    private final VirtualLoop loop = new VirtualLoop();
    private final RecordedLog log = new RecordedLog();
    private final List<Long> remaining = new ArrayList<>();
    private final HistoryLog history = new HistoryLog(
            new SourcePartition("some-school", SessionStream.COMPLETED), loop::nanoTime, remaining::add, log.logger());

    @Test
    void remainingSessionsAreLoggedOnceAMinute() {
        for (int second = 0; second <= 60; second++) {
            history.read(100, 60_000 - 100L * second, NINE);
            loop.pass(Duration.ofSeconds(1));
        }

        assertThat(log.lines())
                .containsExactly(
                        "INFO Organisation some-school, stream completed: catching up. 6100 sessions published,"
                                + " 102 per second. About 54000 remain (about 9 min). Read up to 2026-01-06T09:00:00Z.");
        assertThat(remaining).hasSize(61).startsWith(60_000L).endsWith(54_000L);
    }

    @Test
    void endOfAShortHistoryIsLoggedOnce() {
        history.read(7, 0, NINE);
        loop.pass(Duration.ofSeconds(2));
        history.caughtUp(NINE);
        history.read(1, 0, NINE);
        history.caughtUp(NINE);

        assertThat(log.lines())
                .containsExactly("INFO Organisation some-school, stream completed: caught up. 7 sessions published in"
                        + " 2.0 s. New sessions are published as they appear.");
        assertThat(remaining).endsWith(0L);
    }

    @Test
    void streamFallingBehindIsLoggedUntilCaughtUp() {
        history.caughtUp(NINE);
        for (int minute = 0; minute < 3; minute++) {
            history.read(100, 500, NINE);
            loop.pass(Duration.ofMinutes(1));
        }
        history.caughtUp(NINE);
        history.caughtUp(NINE);

        assertThat(log.lines()).filteredOn(line -> line.contains("catching up")).hasSize(2);
        assertThat(log.lines()).filteredOn(line -> line.contains("caught up")).hasSize(2);
    }

    @Test
    void aStreamThatFindsNothingSaysSoOnce() {
        history.read(0, 0, Optional.empty());
        history.caughtUp(Optional.empty());
        history.caughtUp(Optional.empty());

        assertThat(log.lines()).singleElement().asString().contains("found no sessions", "start.date", "filter");
    }
}
