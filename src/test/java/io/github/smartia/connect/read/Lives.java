package io.github.smartia.connect.read;

import io.github.smartia.connect.read.ModelSession.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random sessions: ties, bursts, empty months; some are late, change or vanish. */
final class Lives {

    private Lives() {}

    /**
     * The last of the sessions starts about three minutes after {@code begin}.
     *
     * @param flawed the share of malformed sessions
     * @param habits undocumented behaviour of the API
     */
    static Arbitrary<List<ModelSession>> any(Instant begin, Duration lookback, double flawed, Set<Habit> habits) {
        Instant last = begin.plusSeconds(180);
        Arbitrary<Integer> latest = Arbitraries.of(0, (int) lookback.toMillis());
        Turns turns = new Turns((int) lookback.toMillis(), habits);
        Arbitrary<Integer> earliest = Arbitraries.of(0, 0, 0, -5_000, -3_600_000);
        return Combinators.combine(Arbitraries.of(Pace.values()), latest, earliest)
                .flatAs((pace, late, early) ->
                        life(pace, late, early, flawed, turns).list().ofMaxSize(120))
                .map(lives -> oneAfterTheOther(lives, last));
    }

    /** The distribution of sessions over time. */
    private enum Pace {
        /** Most sessions are history when reading begins. */
        YEARS,
        /** Most sessions happen while the stream is read. */
        MINUTES,
        /** Many in one millisecond. */
        CLASSES;

        /** Milliseconds from one to the next. */
        Arbitrary<Integer> gap() {
            return switch (this) {
                case YEARS ->
                    Arbitraries.frequencyOf(
                            Tuple.of(6, Arbitraries.of(0, 0, 1)),
                            Tuple.of(6, Arbitraries.integers().between(0, 5_000)),
                            Tuple.of(1, Arbitraries.of(2_000_000_000)));
                case MINUTES ->
                    Arbitraries.frequencyOf(
                            Tuple.of(1, Arbitraries.of(0)),
                            Tuple.of(2, Arbitraries.integers().between(0, 4_000)));
                case CLASSES ->
                    Arbitraries.frequencyOf(
                            Tuple.of(9, Arbitraries.of(0)),
                            Tuple.of(1, Arbitraries.integers().between(0, 30_000)));
            };
        }
    }

    private static List<ModelSession> oneAfterTheOther(List<Life> lives, Instant last) {
        Instant start = last;
        List<ModelSession> sessions = new ArrayList<>();
        int number = 0;
        for (Life life : lives) {
            start = start.minusMillis(life.gap);
            String id = "%08x".formatted(++number * 0x9E3779B1);
            sessions.addAll(life.sessions(id, start));
        }
        return sessions;
    }

    /**
     * @param late how long after its date a session may change
     * @param early how long after its date some are shown; negative for before
     * @param turns undocumented changes
     */
    private static Arbitrary<Life> life(Pace pace, int late, int early, double flawed, Turns turns) {
        Arbitrary<Optional<Integer>> sitting = Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.of(0, 1_000, 60_000)),
                        Tuple.of(3, Arbitraries.integers().between(0, 100_000)))
                .optional(0.8);
        Arbitrary<Integer> delay = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(0, late)),
                Tuple.of(1, Arbitraries.just(late)),
                Tuple.of(1, Arbitraries.integers().between(early, 0)));
        Arbitrary<Integer> listedUntil = Arbitraries.of(0, late);
        Arbitrary<List<Integer>> changes = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(List.of())),
                Tuple.of(1, Arbitraries.integers().between(0, late).list().ofMaxSize(late == 0 ? 0 : 2)));
        Arbitrary<Optional<Integer>> removed =
                Arbitraries.integers().between(0, 200_000).optional(0.1);
        return Combinators.combine(
                        pace.gap(), sitting, delay, listedUntil, changes, removed, flaw(late, flawed), turns.any())
                .as(Life::new);
    }

    private static Arbitrary<Optional<Flaw>> flaw(int late, double share) {
        Arbitrary<Boolean> hidden = Arbitraries.of(false, true);
        Arbitrary<Duration> some = Arbitraries.integers().between(0, late).map(Duration::ofMillis);
        Arbitrary<Duration> from =
                Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(Duration.ZERO)), Tuple.of(1, some));
        return Combinators.combine(hidden, hidden, from, some.optional(0.5))
                .as(Flaw::new)
                .optional(share);
    }

    private record Life(
            int gap,
            Optional<Integer> sitting,
            int delay,
            int listedUntil,
            List<Integer> changes,
            Optional<Integer> removed,
            Optional<Flaw> flaw,
            Turns.Turn turn) {

        List<ModelSession> sessions(String id, Instant start) {
            return turn.of(session(id, start));
        }

        private ModelSession session(String id, Instant start) {
            return new ModelSession(
                    id,
                    start,
                    sitting.map(start::plusMillis),
                    Duration.ofMillis(delay),
                    Duration.ofMillis(Math.max(0, listedUntil - delay)),
                    changes.stream().map(Duration::ofMillis).toList(),
                    removed.map(Duration::ofMillis),
                    flaw,
                    Optional.empty());
        }
    }
}
