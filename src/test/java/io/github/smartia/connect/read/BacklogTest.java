package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.read.History.Choice;
import io.github.smartia.connect.read.History.Trouble;
import io.github.smartia.connect.read.History.Tuning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Streams with a backlog, and workers that poll slowly. */
class BacklogTest {

    private static final Instant NOW = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final Duration LOOKBACK = Duration.ofMinutes(10);
    private static final Duration FETCH_EVERY = Duration.ofMillis(500);
    private static final int BACKLOG = 3_000;

    private final List<ModelSession> sessions = new ArrayList<>(IntStream.range(0, BACKLOG)
            .mapToObj(i -> session(
                    "%04d".formatted(i), NOW.minusSeconds(90_000 - i), Optional.of(NOW.minusSeconds(80_000 - i))))
            .toList());

    @Test
    void backlogDoesNotDelaySessionsThatStartNow() {
        sessions.add(session("starting", NOW.plusSeconds(60), Optional.empty()));
        Reading reading = begin(new Tuning(LOOKBACK, Duration.ofSeconds(2), 10, 1, 1_000, FETCH_EVERY), List.of());

        reading.readFor(Duration.ofSeconds(100));

        assertThat(ids(reading, SessionStream.IN_PROGRESS)).containsExactly("starting");
        assertThat(ids(reading, SessionStream.COMPLETED)).hasSizeBetween(1, BACKLOG / 2);
    }

    @Test
    void interruptedBacklogIsContinued() {
        Reading reading = begin(new Tuning(LOOKBACK, Duration.ofSeconds(2), 10, 1, 1_000, FETCH_EVERY), List.of());

        reading.readFor(Duration.ofHours(1));

        assertThat(ids(reading, SessionStream.COMPLETED)).hasSize(BACKLOG).isSorted();
        int overlapping = 4;
        long pages = BACKLOG / (10 - overlapping);
        long idle = Duration.ofHours(1).dividedBy(History.POLL_INTERVAL);
        assertThat(reading.api().queries())
                .filteredOn(query -> query.status() == Status.COMPLETED)
                .hasSizeLessThan((int) (pages + idle));
    }

    @Test
    void readingContinuesOnceThereIsRoom() {
        Reading reading = begin(new Tuning(LOOKBACK, Duration.ofMillis(100), 100, 4, 10, FETCH_EVERY), List.of());

        reading.readFor(FETCH_EVERY.multipliedBy(2 + BACKLOG / (100 - 4 - 1)));

        assertThat(ids(reading, SessionStream.COMPLETED)).hasSize(BACKLOG);
    }

    @Test
    void nothingIsLostWhileNobodyFetches() {
        Trouble nobodyFetches = new Trouble(Optional.empty(), Duration.ofSeconds(2), Duration.ofHours(10));
        Reading reading =
                begin(new Tuning(LOOKBACK, Duration.ofMillis(100), 100, 4, 10, FETCH_EVERY), List.of(nobodyFetches));
        reading.readFor(Duration.ofHours(1));
        int requests = reading.api().queries().size();
        reading.readFor(Duration.ofHours(8));
        assertThat(reading.api().queries()).as("nothing more is requested").hasSize(requests);

        reading.readFor(Duration.ofHours(2));

        assertThat(ids(reading, SessionStream.COMPLETED)).hasSize(BACKLOG).isSorted();
    }

    private Reading begin(Tuning tuning, List<Trouble> trouble) {
        Reading reading = new Reading(new History(sessions, NOW, tuning, Choice.ALL, trouble, List.of(), 1));
        reading.start();
        return reading;
    }

    private static ModelSession session(String id, Instant start, Optional<Instant> end) {
        return new ModelSession(id, start, end, Duration.ZERO, List.of(), Optional.empty());
    }

    private static List<String> ids(Reading reading, SessionStream stream) {
        return reading.published(stream).stream().map(Session::sessionId).toList();
    }
}
