package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.read.History.Choice;
import io.github.smartia.connect.read.History.Tuning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Streams with a backlog, and workers that poll slowly. */
class BacklogTest {

    private static final Instant NOW = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final Duration LOOKBACK = Duration.ofMinutes(10);
    private static final Duration FETCH_EVERY = Duration.ofMillis(500);
    private static final Tuning SLOW = new Tuning(LOOKBACK, Duration.ofSeconds(2), 10, 1, 1_000, FETCH_EVERY);
    private static final int BACKLOG = 3_000;

    private final List<ModelSession> sessions = new ArrayList<>(IntStream.range(0, BACKLOG)
            .mapToObj(i -> ModelSession.completed("%04d".formatted(i), NOW.minusSeconds(80_000 - i)))
            .toList());

    @Test
    void backlogDoesNotDelaySessionsThatStartNow() {
        sessions.add(ModelSession.session("starting", NOW.plusSeconds(60), NOW.plusSeconds(3_600)));
        Reading reading = begin(SLOW);

        reading.readFor(Duration.ofSeconds(100));

        assertThat(reading.ids(SessionStream.IN_PROGRESS)).containsExactly("starting");
        assertThat(reading.ids(SessionStream.COMPLETED)).hasSizeBetween(1, BACKLOG / 2);
    }

    @Test
    void interruptedBacklogIsContinued() {
        Reading reading = begin(SLOW);

        reading.readFor(Duration.ofHours(1));

        assertThat(reading.ids(SessionStream.COMPLETED)).hasSize(BACKLOG).isSorted();
        int overlapping = 4;
        long pages = BACKLOG / (10 - overlapping);
        long idle = Duration.ofHours(1).dividedBy(History.POLL_INTERVAL);
        assertThat(reading.api().queries())
                .filteredOn(query -> query.status() == Status.COMPLETED)
                .hasSizeLessThan((int) (pages + idle));
    }

    @Test
    void readingContinuesOnceThereIsRoom() {
        Reading reading = begin(new Tuning(LOOKBACK, Duration.ofMillis(100), 100, 4, 10, FETCH_EVERY));

        reading.readFor(FETCH_EVERY.multipliedBy(2 + BACKLOG / (100 - 4 - 1)));

        assertThat(reading.ids(SessionStream.COMPLETED)).hasSize(BACKLOG);
    }

    private Reading begin(Tuning tuning) {
        return Reading.begin(History.quiet(sessions, NOW, tuning, Choice.ALL));
    }
}
