package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.paging.Oddities;
import io.github.smartia.connect.paging.Oddities.Oddity;
import io.github.smartia.connect.paging.Oddities.Total;
import io.github.smartia.connect.read.History.Choice;
import io.github.smartia.connect.read.History.Restart;
import io.github.smartia.connect.read.History.Trouble;
import io.github.smartia.connect.read.History.Tuning;
import io.github.smartia.connect.read.ModelSession.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random histories: ties, bursts, empty months, late, changing and vanishing sessions, outages, restarts. */
final class Histories {

    private static final Instant BEGIN = Instant.parse("2026-01-06T09:00:00.000Z");

    private Histories() {}

    static Arbitrary<History> any() {
        return of(Arbitraries.just(Oddities.NONE), Arbitraries.just(Set.of()));
    }

    /** Histories of an API with undocumented behaviour. */
    static Arbitrary<History> ofOddApis() {
        return of(oddities(), habits());
    }

    private static Arbitrary<Set<Habit>> habits() {
        return Arbitraries.of(Habit.values()).set().ofMaxSize(2);
    }

    private static Arbitrary<History> of(Arbitrary<Oddities> oddities, Arbitrary<Set<Habit>> habits) {
        Arbitrary<Duration> lookback = Arbitraries.of(0, 1_000, 20_000, 120_000).map(Duration::ofMillis);
        Arbitrary<Double> flawed = Arbitraries.of(0.0, 0.0, 0.1, 0.5);
        return Combinators.combine(lookback, flawed, habits)
                .flatAs((some, share, kept) -> withLookback(some, share, oddities, kept));
    }

    /** @param flawed the share of malformed sessions */
    private static Arbitrary<History> withLookback(
            Duration lookback, double flawed, Arbitrary<Oddities> oddities, Set<Habit> habits) {
        return Combinators.combine(
                        Lives.any(BEGIN, lookback, flawed, habits),
                        tuning(lookback),
                        choice(),
                        trouble(),
                        restarts(),
                        oddities,
                        Arbitraries.longs())
                .as((sessions, tuning, choice, trouble, restarts, odd, seed) -> new History(
                        sessions,
                        BEGIN,
                        tuning,
                        choice,
                        trouble,
                        possible(restarts, sessions),
                        possible(odd, sessions),
                        possible(habits, sessions),
                        seed));
    }

    /** A new key hides changes of content, and malformed sessions are not recognised under it. */
    private static List<Restart> possible(List<Restart> restarts, List<ModelSession> sessions) {
        boolean changes = sessions.stream()
                .anyMatch(session -> !session.changes().isEmpty()
                        || session.flaw().isPresent()
                        || session.move().isPresent());
        return restarts.stream()
                .map(restart -> changes ? restart.withTheSameKey() : restart)
                .toList();
    }

    /** Each API is odd in its own way. */
    private static Arbitrary<Oddities> oddities() {
        Arbitrary<Oddities> some = Arbitraries.oneOf(
                Arbitraries.of(Oddity.values()).map(Oddities.NONE::and),
                totals().map(Oddities.NONE::withTotal),
                Arbitraries.integers().between(1, 12).map(Oddities.NONE::withLongestPage),
                Arbitraries.just(Oddities.NONE.withDeepest(30)));
        return Combinators.combine(some, Arbitraries.of(true, false))
                .as((odd, stable) -> stable ? odd.and(Oddity.STABLE_TIES) : odd);
    }

    /** Without the size of the page: with one session a page, an idle stream would look like one with a new session. */
    private static Arbitrary<Total> totals() {
        return Arbitraries.of(Total.values()).filter(total -> total != Total.SIZE_OF_PAGE);
    }

    /**
     * A page without any date leaves no position to continue from. An API that rejects deep offsets can't show more ties than a
     * page holds.
     */
    private static Oddities possible(Oddities oddities, List<ModelSession> sessions) {
        boolean hidesDates = sessions.stream()
                .anyMatch(session -> session.flaw().filter(Flaw::hidesDate).isPresent());
        boolean hasTies = Arrays.stream(SessionStream.values()).anyMatch(stream -> hasTies(sessions, stream));
        Oddities readable = hidesDates ? oddities.withLongestPage(100) : oddities;
        return hasTies ? readable.withDeepest(Integer.MAX_VALUE) : readable;
    }

    /** Without the API's time, dates ahead of it can't be detected. */
    private static Set<Habit> possible(Set<Habit> habits, List<ModelSession> sessions) {
        boolean ahead = sessions.stream().anyMatch(ModelSession::isAhead);
        return habits.stream()
                .filter(habit -> !ahead || habit != Habit.HIDES_ITS_TIME)
                .collect(Collectors.toSet());
    }

    private static boolean hasTies(List<ModelSession> sessions, SessionStream stream) {
        List<Instant> dates = sessions.stream()
                .filter(session -> session.isEverIn(stream))
                .flatMap(session -> session.dates(stream).stream())
                .toList();
        return dates.stream().distinct().count() < dates.size();
    }

    private static Arbitrary<Tuning> tuning(Duration lookback) {
        return Combinators.combine(
                        millis(0, 20, 400, 3_000),
                        pageSize(),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.of(1, 10, 1_000),
                        millis(50, 1_000, 7_000),
                        Arbitraries.frequency(Tuple.of(7, false), Tuple.of(1, true)))
                .as((latency, page, requests, queueCapacity, fetch, crowded) ->
                        new Tuning(lookback, latency, page, requests, queueCapacity, fetch, crowded));
    }

    private static Arbitrary<Integer> pageSize() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(1, 12)),
                Tuple.of(1, Arbitraries.integers().between(13, 100)));
    }

    private static Arbitrary<Choice> choice() {
        Arbitrary<List<SessionStream>> streams = Arbitraries.frequency(
                Tuple.of(6, List.of(SessionStream.values())),
                Tuple.of(1, List.of(SessionStream.COMPLETED)),
                Tuple.of(1, List.of(SessionStream.IN_PROGRESS)));
        return Combinators.combine(
                        streams,
                        someDate().optional(0.1),
                        Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false)),
                        Arbitraries.of(true, false))
                .as(Choice::new);
    }

    private static Arbitrary<Instant> someDate() {
        return Arbitraries.integers().between(-200_000, 200_000).map(BEGIN::plusMillis);
    }

    private static Arbitrary<List<Trouble>> trouble() {
        Arbitrary<Optional<SessionStream>> what =
                Arbitraries.of(SessionStream.values()).optional(0.7);
        return Combinators.combine(what, millisBetween(0, 200_000), millisBetween(0, 200_000))
                .as(Trouble::new)
                .list()
                .ofMaxSize(2)
                .optional(0.2)
                .map(some -> some.orElse(List.of()));
    }

    private static Arbitrary<List<Restart>> restarts() {
        Arbitrary<Duration> rejectedFor = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Duration.ZERO)), Tuple.of(1, millisBetween(0, 30_000)));
        Arbitrary<Duration> downFor = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Duration.ZERO)), Tuple.of(2, millisBetween(0, 60_000)));
        Arbitrary<StreamOffset> set = Combinators.combine(Arbitraries.of(SessionStream.values()), someDate())
                .as(StreamOffset::from);
        return Combinators.combine(
                        millisBetween(0, 200_000),
                        rejectedFor,
                        downFor,
                        pageSize(),
                        Arbitraries.frequency(Tuple.of(3, 1), Tuple.of(1, 3)),
                        Arbitraries.of(true, false),
                        set.optional(0.05))
                .as(Restart::new)
                .list()
                .ofMaxSize(4)
                .map(all ->
                        all.stream().sorted(Comparator.comparing(Restart::at)).toList());
    }

    private static Arbitrary<Duration> millis(Integer... choices) {
        return Arbitraries.of(choices).map(Duration::ofMillis);
    }

    private static Arbitrary<Duration> millisBetween(int from, int to) {
        return Arbitraries.integers().between(from, to).map(Duration::ofMillis);
    }
}
