package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caught-up stream with many sessions in its lookback: the number of requests depends on how much is new. */
class TailTest {

    private static final Instant NOW = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final Duration LOOKBACK = Duration.ofHours(24);
    private static final int SESSIONS = 5_000;
    private static final Duration SPACING = LOOKBACK.dividedBy(SESSIONS);
    private static final int PAGE = 100;

    private final List<ModelSession> sessions = new ArrayList<>();

    @BeforeEach
    void fillTheLookback() {
        for (int i = 1; i <= SESSIONS; i++) {
            sessions.add(session("%05d".formatted(i), NOW.minus(SPACING.multipliedBy(i)), Duration.ZERO, List.of()));
        }
    }

    @Test
    void pollCostsTwoRequestsAndTwoPerNewPage() {
        int polls = 200;
        int newSessions = polls * 5;
        for (int i = 0; i < newSessions; i++) {
            sessions.add(session("new-%05d".formatted(i), NOW.plusSeconds(60 + i), Duration.ZERO, List.of()));
        }
        Reading reading = caughtUp();
        int before = reading.api().queries().size();

        reading.readFor(History.POLL_INTERVAL.multipliedBy(polls));

        assertThat(reading.api().queries().size() - before).isLessThanOrEqualTo(2 * polls + 2 * newSessions / PAGE);
        assertThat(reading.published(SessionStream.COMPLETED)).hasSizeGreaterThan(SESSIONS + newSessions - 100);
    }

    @Test
    void burstOfSeveralPagesIsReadInOnePoll() {
        for (int i = 0; i < 1_000; i++) {
            sessions.add(session("new-%05d".formatted(i), NOW.plusSeconds(62).plusMillis(i), Duration.ZERO, List.of()));
        }
        Reading reading = caughtUp();

        reading.readFor(Duration.ofSeconds(33).plus(History.POLL_INTERVAL.multipliedBy(2)));

        assertThat(reading.published(SessionStream.COMPLETED)).hasSize(SESSIONS + 1_000);
    }

    @Test
    void lateSessionIsPublishedWithinTenPolls() {
        Instant date = NOW.minus(Duration.ofHours(11));
        sessions.add(session("late", date, Duration.between(date, NOW.plusSeconds(120)), List.of()));
        Reading reading = caughtUp();
        reading.readFor(Duration.ofMinutes(1));
        assertThat(ids(reading)).doesNotContain("late");

        reading.readFor(History.POLL_INTERVAL.multipliedBy(10));

        assertThat(ids(reading)).endsWith("late");
    }

    @Test
    void lateSessionsFarApartAreFoundInTurn() {
        for (int hours = 2; hours < 24; hours += 4) {
            Instant date = NOW.minus(Duration.ofHours(hours)).plusMillis(1);
            sessions.add(session("late-" + hours, date, Duration.between(date, NOW.plusSeconds(120)), List.of()));
        }
        Reading reading = caughtUp();

        reading.readFor(Duration.ofMinutes(2).plus(History.POLL_INTERVAL.multipliedBy(20)));

        assertThat(ids(reading)).filteredOn(id -> id.startsWith("late")).hasSize(6);
    }

    @Test
    void resultWithinTheHourIsPublishedSoon() {
        Instant end = NOW.minus(Duration.ofMinutes(55));
        Duration change = Duration.between(end, NOW.plusSeconds(90));
        sessions.add(session("changes", end, Duration.ZERO, List.of(change)));
        Reading reading = caughtUp();

        reading.readFor(Duration.ofSeconds(90).plus(History.POLL_INTERVAL.multipliedBy(8)));

        assertThat(ids(reading)).endsWith("changes");
    }

    @Test
    void changeInTheLookbackIsPublishedEventually() {
        Instant end = NOW.minus(Duration.ofHours(15));
        sessions.add(session("changes", end, Duration.ZERO, List.of(Duration.between(end, NOW.plusSeconds(90)))));
        Reading reading = caughtUp();

        reading.readFor(History.POLL_INTERVAL.multipliedBy(3 * SESSIONS / PAGE));

        assertThat(ids(reading)).endsWith("changes");
    }

    @Test
    void vanishedSessionIsNotSearchedInEachPoll() {
        ModelSession vanishing = new ModelSession(
                "vanishes",
                NOW.minusSeconds(9_000),
                Optional.of(NOW.minusSeconds(8_000)),
                Duration.ZERO,
                List.of(),
                Optional.of(Duration.ofSeconds(8_090)));
        sessions.add(vanishing);
        Reading reading = caughtUp();
        reading.readFor(Duration.ofSeconds(90));
        int before = reading.api().queries().size();

        reading.readFor(History.POLL_INTERVAL.multipliedBy(500));

        assertThat(reading.api().queries().size() - before).isLessThan(2 * 500 + 50);
    }

    @Test
    void watermarkAdvancesAndMemoryIsBounded() {
        for (int i = 0; i < 500; i++) {
            sessions.add(session("new-%05d".formatted(i), NOW.plusSeconds(60L + 20L * i), Duration.ZERO, List.of()));
        }
        Reading reading = caughtUp();

        reading.readFor(Duration.ofHours(2));

        int inTheLookback = 360 + SESSIONS * 22 / 24;
        assertThat(reading.remembered(SessionStream.COMPLETED))
                .hasSizeBetween(inTheLookback - 100, inTheLookback + 200);
    }

    private Reading caughtUp() {
        History history = new History(
                sessions,
                NOW,
                new History.Tuning(LOOKBACK, Duration.ofMillis(20), PAGE, 4, 2_000, Duration.ofMillis(500)),
                new History.Choice(List.of(SessionStream.COMPLETED), Optional.empty(), true, true),
                List.of(),
                List.of(),
                1);
        Reading reading = new Reading(history);
        reading.start();
        reading.readFor(Duration.ofSeconds(30));
        return reading;
    }

    private static ModelSession session(String id, Instant end, Duration delay, List<Duration> changes) {
        return new ModelSession(id, end.minusSeconds(1_800), Optional.of(end), delay, changes, Optional.empty());
    }

    private static List<String> ids(Reading reading) {
        return reading.published(SessionStream.COMPLETED).stream()
                .map(Session::sessionId)
                .toList();
    }
}
