package io.github.smartia.connect.read;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Histories at random: ties, bursts, empty months, late and changing and vanishing sessions, restarts. */
final class Histories {

    private static final Instant BEGIN = Instant.parse("2026-01-06T09:00:00.000Z");

    private Histories() {}

    static Arbitrary<History> any() {
        Arbitrary<Duration> lookback = Arbitraries.of(0, 1_000, 20_000, 120_000).map(Duration::ofMillis);
        return lookback.flatMap(Histories::withLookback);
    }

    private static Arbitrary<History> withLookback(Duration lookback) {
        Arbitrary<List<ModelSession>> sessions =
                life(lookback).list().ofMaxSize(120).map(Histories::one);
        Arbitrary<Tuning> tuning = Combinators.combine(
                        Arbitraries.of(0, 20, 400, 3_000).map(Duration::ofMillis),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.integers().between(1, 12)),
                                Tuple.of(1, Arbitraries.integers().between(13, 100))),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.of(1, 10, 1_000),
                        Arbitraries.of(50, 1_000, 7_000).map(Duration::ofMillis))
                .as(Tuning::new);
        Arbitrary<List<Duration>> restarts = Arbitraries.integers()
                .between(0, 200_000)
                .map(Duration::ofMillis)
                .list()
                .ofMaxSize(4)
                .map(times -> times.stream().sorted().toList());
        return Combinators.combine(sessions, tuning, restarts, Arbitraries.of(true, false), Arbitraries.longs())
                .as((lives, tuned, kills, exactlyOnce, seed) -> new History(
                        lives,
                        BEGIN,
                        lookback,
                        tuned.latency,
                        tuned.pageSize,
                        tuned.requestsAtOnce,
                        tuned.outbox,
                        tuned.fetchEvery,
                        kills,
                        exactlyOnce,
                        seed));
    }

    /** Sessions one after the other, the last of them about three minutes after reading begins. */
    private static List<ModelSession> one(List<Life> lives) {
        Instant start = BEGIN.plusSeconds(180);
        List<ModelSession> sessions = new ArrayList<>();
        for (Life life : lives) {
            start = start.minusMillis(life.gap);
            String id = "%08x".formatted((sessions.size() + 1) * 0x9E3779B1);
            sessions.add(life.session(id, start));
        }
        return sessions;
    }

    private static Arbitrary<Life> life(Duration lookback) {
        Arbitrary<Integer> gap = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(0, 0, 1)),
                Tuple.of(6, Arbitraries.integers().between(0, 5_000)),
                Tuple.of(1, Arbitraries.of(2_000_000_000)));
        Arbitrary<Optional<Integer>> sitting = Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.of(0, 1_000, 60_000)),
                        Tuple.of(3, Arbitraries.integers().between(0, 100_000)))
                .optional(0.8);
        int late = (int) lookback.toMillis();
        Arbitrary<Integer> delay = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(0, late)),
                Tuple.of(1, Arbitraries.just(late)));
        Arbitrary<List<Integer>> changes = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(List.of())),
                Tuple.of(1, Arbitraries.integers().between(0, late).list().ofMaxSize(2)));
        Arbitrary<Optional<Integer>> removed =
                Arbitraries.integers().between(0, 200_000).optional(0.1);
        return Combinators.combine(gap, sitting, delay, changes, removed).as(Life::new);
    }

    private record Tuning(Duration latency, int pageSize, int requestsAtOnce, int outbox, Duration fetchEvery) {}

    private record Life(
            int gap, Optional<Integer> sitting, int delay, List<Integer> changes, Optional<Integer> removed) {

        ModelSession session(String id, Instant start) {
            return new ModelSession(
                    id,
                    start,
                    sitting.map(start::plusMillis),
                    Duration.ofMillis(delay),
                    changes.stream().map(Duration::ofMillis).toList(),
                    removed.map(Duration::ofMillis));
        }
    }
}
