package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "An idle stream costs one request per poll interval", and still detects changes. */
class IdleTest {

    private static final Instant NOW = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final Duration SETTLED = History.POLL_INTERVAL.multipliedBy(10);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 3_000})
    void idleStreamMakesOneRequestAPoll(int sessions) {
        Reading reading = begin(completed(sessions));
        reading.readFor(SETTLED);
        int before = requestsForCompleted(reading);

        reading.readFor(History.POLL_INTERVAL.multipliedBy(100));

        assertThat(requestsForCompleted(reading) - before).isEqualTo(100);
        assertThat(reading.published(SessionStream.COMPLETED)).hasSize(sessions);
    }

    @Test
    void changeInALargeLookbackIsPublished() {
        List<ModelSession> sessions = completed(1_000);
        ModelSession last = sessions.remove(500);
        sessions.add(new ModelSession(
                last.id(), last.start(), last.end(), Duration.ZERO, List.of(Duration.ofMinutes(5)), Optional.empty()));
        Reading reading = begin(sessions);

        reading.readFor(Duration.ofMinutes(10));

        assertThat(reading.published(SessionStream.COMPLETED))
                .hasSize(1_001)
                .last()
                .satisfies(session -> {
                    assertThat(session.sessionId()).isEqualTo(last.id());
                    assertThat(session.result().orElseThrow().level()).contains("level 1");
                });
    }

    @Test
    void replacedSessionIsSeenWithinTwoIntervals() {
        List<ModelSession> sessions = completed(1_000);
        ModelSession first = sessions.remove(0);
        sessions.add(new ModelSession(
                first.id(), first.start(), first.end(), Duration.ZERO, List.of(), Optional.of(Duration.ofMinutes(5))));
        Instant vanishing = first.end().orElseThrow().plus(Duration.ofMinutes(5));
        sessions.add(session("new", vanishing));
        Reading reading = begin(sessions);

        reading.readFor(Duration.between(NOW, vanishing).plus(History.POLL_INTERVAL.multipliedBy(2)));

        assertThat(reading.published(SessionStream.COMPLETED))
                .last()
                .satisfies(session -> assertThat(session.sessionId()).isEqualTo("new"));
    }

    private static Reading begin(List<ModelSession> sessions) {
        History history = new History(
                sessions,
                NOW,
                new History.Tuning(Duration.ofHours(1), Duration.ofMillis(100), 100, 4, 1_000, Duration.ofMillis(500)),
                History.Choice.ALL,
                List.of(),
                List.of(),
                1);
        Reading reading = new Reading(history);
        reading.start();
        return reading;
    }

    /** Sessions that ended one after another in the minutes before now. */
    private static List<ModelSession> completed(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> session("%04d".formatted(i), NOW.minusMillis(50L * (count - i))))
                .toList());
    }

    private static ModelSession session(String id, Instant end) {
        return new ModelSession(
                id, end.minusSeconds(1_800), Optional.of(end), Duration.ZERO, List.of(), Optional.empty());
    }

    private static int requestsForCompleted(Reading reading) {
        return (int) reading.api().queries().stream()
                .filter(query -> query.status() == Status.COMPLETED)
                .count();
    }
}
