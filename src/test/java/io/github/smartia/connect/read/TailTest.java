package io.github.smartia.connect.read;

import static io.github.smartia.connect.read.ModelSession.completed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.paging.Oddities;
import io.github.smartia.connect.paging.Oddities.Oddity;
import io.github.smartia.connect.read.History.Choice;
import io.github.smartia.connect.read.History.Tuning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caught-up stream with many sessions in its lookback: the number of requests depends on how much is new. */
class TailTest {

    static final Instant NOW = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final Duration LOOKBACK = Duration.ofHours(24);
    private static final int SESSIONS = 5_000;
    private static final int PAGE = 100;

    private final List<ModelSession> sessions = lookback(SESSIONS);

    /** The latest first. */
    static List<ModelSession> lookback(int sessions) {
        Duration spacing = LOOKBACK.dividedBy(sessions);
        return IntStream.rangeClosed(1, sessions)
                .mapToObj(i -> completed("%05d".formatted(i), NOW.minus(spacing.multipliedBy(i))))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 3_000})
    void idleStreamMakesOneRequestAPoll(int inTheLookback) {
        sessions.subList(inTheLookback, SESSIONS).clear();
        Reading reading = caughtUp();
        reading.readFor(History.POLL_INTERVAL.multipliedBy(10));
        int before = reading.requests();

        reading.readFor(History.POLL_INTERVAL.multipliedBy(100));

        assertThat(reading.requests() - before).isEqualTo(100);
        assertThat(reading.ids(SessionStream.COMPLETED)).hasSize(inTheLookback);
    }

    /** The later a request begins, the fewer sessions the API counts twice. */
    @Test
    void idleStreamMakesOneRequestAPollIfTheApiListsSessionsTwice() {
        sessions.subList(1_000, SESSIONS).clear();
        Reading reading = Reading.begin(history(sessions, Oddities.NONE.and(Oddity.LISTS_TWICE)));
        reading.readFor(History.POLL_INTERVAL.multipliedBy(60));
        int before = reading.requests();

        reading.readFor(History.POLL_INTERVAL.multipliedBy(100));

        assertThat(reading.requests() - before).isEqualTo(100);
    }

    @Test
    void replacedSessionIsSeenWithinTwoIntervals() {
        Instant replaced = NOW.plusSeconds(63);
        ModelSession vanishing = sessions.remove(SESSIONS / 2);
        sessions.add(vanishing.removedAfter(Duration.between(vanishing.end().orElseThrow(), replaced)));
        sessions.add(completed("new", replaced));
        Reading reading = caughtUp();

        reading.readFor(Duration.ofSeconds(33).plus(History.POLL_INTERVAL.multipliedBy(2)));

        assertThat(reading.ids(SessionStream.COMPLETED)).endsWith("new");
    }

    @Test
    void pollCostsTwoRequestsAndTwoPerNewPage() {
        int polls = 200;
        int newSessions = polls * 5;
        for (int i = 0; i < newSessions; i++) {
            sessions.add(completed("new-%05d".formatted(i), NOW.plusSeconds(60 + i)));
        }
        Reading reading = caughtUp();
        int before = reading.requests();

        reading.readFor(History.POLL_INTERVAL.multipliedBy(polls));

        assertThat(reading.requests() - before).isLessThanOrEqualTo(2 * polls + 2 * newSessions / PAGE);
        assertThat(reading.published(SessionStream.COMPLETED)).hasSizeGreaterThan(SESSIONS + newSessions - 100);
    }

    @Test
    void burstOfSeveralPagesIsReadInOnePoll() {
        for (int i = 0; i < 1_000; i++) {
            sessions.add(completed("new-%05d".formatted(i), NOW.plusSeconds(62).plusMillis(i)));
        }
        Reading reading = caughtUp();

        reading.readFor(Duration.ofSeconds(33).plus(History.POLL_INTERVAL.multipliedBy(2)));

        assertThat(reading.published(SessionStream.COMPLETED)).hasSize(SESSIONS + 1_000);
    }

    @Test
    void lateSessionIsPublishedWithinTenPolls() {
        Instant date = NOW.minus(Duration.ofHours(11));
        sessions.add(completed("late", date).shownAfter(Duration.between(date, NOW.plusSeconds(120))));
        Reading reading = caughtUp();
        reading.readFor(Duration.ofMinutes(1));
        assertThat(reading.ids(SessionStream.COMPLETED)).doesNotContain("late");

        reading.readFor(History.POLL_INTERVAL.multipliedBy(10));

        assertThat(reading.ids(SessionStream.COMPLETED)).endsWith("late");
    }

    @Test
    void lateSessionsFarApartAreFoundInTurn() {
        for (int hours = 2; hours < 24; hours += 4) {
            Instant date = NOW.minus(Duration.ofHours(hours)).plusMillis(1);
            sessions.add(completed("late-" + hours, date).shownAfter(Duration.between(date, NOW.plusSeconds(120))));
        }
        Reading reading = caughtUp();

        reading.readFor(Duration.ofMinutes(2).plus(History.POLL_INTERVAL.multipliedBy(20)));

        assertThat(reading.ids(SessionStream.COMPLETED))
                .filteredOn(id -> id.startsWith("late"))
                .hasSize(6);
    }

    @Test
    void resultWithinTheHourIsPublishedSoon() {
        Instant end = NOW.minus(Duration.ofMinutes(55));
        sessions.add(completed("changes", end).changedAfter(Duration.between(end, NOW.plusSeconds(90))));
        Reading reading = caughtUp();

        reading.readFor(Duration.ofSeconds(90).plus(History.POLL_INTERVAL.multipliedBy(8)));

        assertThat(reading.ids(SessionStream.COMPLETED)).endsWith("changes");
    }

    @Test
    void changeInTheLookbackIsPublishedEventually() {
        Instant end = NOW.minus(Duration.ofHours(15));
        sessions.add(completed("changes", end).changedAfter(Duration.between(end, NOW.plusSeconds(90))));
        Reading reading = caughtUp();

        reading.readFor(History.POLL_INTERVAL.multipliedBy(3 * SESSIONS / PAGE));

        assertThat(reading.ids(SessionStream.COMPLETED)).endsWith("changes");
    }

    @Test
    void vanishedSessionIsNotSearchedInEachPoll() {
        sessions.add(completed("vanishes", NOW.minusSeconds(8_000)).removedAfter(Duration.ofSeconds(8_090)));
        Reading reading = caughtUp();
        reading.readFor(Duration.ofSeconds(90));
        int before = reading.requests();

        reading.readFor(History.POLL_INTERVAL.multipliedBy(500));

        assertThat(reading.requests() - before).isLessThan(2 * 500 + 50);
    }

    @Test
    void watermarkAdvancesAndMemoryIsBounded() {
        for (int i = 0; i < 500; i++) {
            sessions.add(completed("new-%05d".formatted(i), NOW.plusSeconds(60L + 20L * i)));
        }
        Reading reading = caughtUp();

        reading.readFor(Duration.ofHours(2));

        int inTheLookback = 360 + SESSIONS * 22 / 24;
        assertThat(reading.remembered(SessionStream.COMPLETED))
                .hasSizeBetween(inTheLookback - 100, inTheLookback + 200);
    }

    private Reading caughtUp() {
        Reading reading = begin(sessions);
        reading.readFor(Duration.ofSeconds(30));
        return reading;
    }

    /** Reads the completed stream, with a lookback of a day. */
    static Reading begin(List<ModelSession> sessions) {
        return Reading.begin(history(sessions, Oddities.NONE));
    }

    private static History history(List<ModelSession> sessions, Oddities oddities) {
        Tuning tuning = new Tuning(LOOKBACK, Duration.ofMillis(20), PAGE, 4, 2_000, Duration.ofMillis(500));
        return new History(sessions, NOW, tuning, Choice.COMPLETED, List.of(), List.of(), oddities, Set.of(), 1);
    }
}
