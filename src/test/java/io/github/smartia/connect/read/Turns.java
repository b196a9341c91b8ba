package io.github.smartia.connect.read;

import io.github.smartia.connect.read.ModelSession.Move;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Undocumented changes of sessions: to another date, or to a second life under the same id.
 *
 * @param lookback in milliseconds; each change is shown within that time after the new date
 */
record Turns(int lookback, Set<Habit> habits) {

    Arbitrary<Turn> any() {
        return Combinators.combine(sometimes(Habit.MOVES_SESSIONS, move()), sometimes(Habit.BEGINS_AGAIN, secondLife()))
                .as((move, second) -> new Turn(Duration.ofMillis(lookback), move, second));
    }

    private <T> Arbitrary<Optional<T>> sometimes(Habit habit, Arbitrary<T> turn) {
        return habits.contains(habit) ? turn.optional(0.3) : Arbitraries.just(Optional.empty());
    }

    private Arbitrary<ShownMove> move() {
        return Combinators.combine(withinLookback(), withinLookback()).as(ShownMove::new);
    }

    private Arbitrary<SecondLife> secondLife() {
        return Combinators.combine(
                        Arbitraries.of(1, 1_000, 30_000),
                        Arbitraries.of(0, lookback),
                        Arbitraries.of(0, lookback / 2),
                        Arbitraries.integers().between(0, 60_000).optional(0.7))
                .as(SecondLife::new);
    }

    private Arbitrary<Integer> withinLookback() {
        return Arbitraries.integers().between(0, lookback);
    }

    /**
     * A move to a date.
     *
     * @param after how long after the first date it is shown at the earliest
     * @param late how long after the new date it is shown
     */
    record ShownMove(int after, int late) {

        /** A session that is open before {@code date} can't end before {@code earliest}. */
        Move of(Instant date, Instant earliest, Duration delay) {
            Duration shown = delay.compareTo(Duration.ofMillis(after)) > 0 ? delay : Duration.ofMillis(after);
            Instant to = date.plus(shown).minusMillis(late);
            return new Move(shown, Duration.between(date, to.isBefore(earliest) ? earliest : to));
        }
    }

    /**
     * A second life.
     *
     * @param pause from the display of the first as completed to the second
     * @param delay of the second
     * @param stale the maximum time for which the first is still shown as completed
     */
    record SecondLife(int pause, int delay, int stale, Optional<Integer> sitting) {

        Duration lingering() {
            return Duration.ofMillis(delay > 0 ? 0 : Math.min(stale, sitting.orElse(stale)));
        }
    }

    /** The changes of one session. Sessions dated ahead of time have none. */
    record Turn(Duration lookback, Optional<ShownMove> move, Optional<SecondLife> second) {

        List<ModelSession> of(ModelSession session) {
            if (session.isAhead()) {
                return List.of(session);
            }
            if (second.isPresent()
                    && session.end().isPresent()
                    && session.flaw().isEmpty()) {
                return twoLives(session, session.end().get(), second.get());
            }
            return List.of(move.map(some -> moved(session, some)).orElse(session));
        }

        /** Changes later than the lookback after the new date need not be published. */
        private ModelSession moved(ModelSession session, ShownMove shown) {
            Instant date = session.end().orElse(session.start());
            Instant earliest = session.end().isPresent() ? session.start() : Instant.MIN;
            Move to = shown.of(date, earliest, session.delay());
            Duration last = lookback.plus(to.by());
            return new ModelSession(
                    session.id(),
                    session.start(),
                    session.end(),
                    session.delay(),
                    Duration.ZERO,
                    session.changes().stream()
                            .filter(change -> change.compareTo(last) <= 0)
                            .toList(),
                    session.removed(),
                    session.flaw().filter(flaw -> !to.by().isNegative()),
                    Optional.of(to));
        }

        private static List<ModelSession> twoLives(ModelSession session, Instant end, SecondLife second) {
            Instant start = end.plus(session.delay()).plusMillis(second.pause);
            Duration delay = Duration.ofMillis(second.delay);
            Duration over = Duration.between(end, start.plus(delay)).plus(second.lingering());
            ModelSession first = new ModelSession(
                    session.id(),
                    session.start(),
                    session.end(),
                    session.delay(),
                    session.changes(),
                    Optional.of(session.removed()
                            .filter(removed -> removed.compareTo(over) < 0)
                            .orElse(over)));
            return List.of(
                    first,
                    new ModelSession(
                            session.id(),
                            start,
                            second.sitting.map(start::plusMillis),
                            delay,
                            List.of(),
                            Optional.empty()));
        }
    }
}
