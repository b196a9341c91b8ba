package io.github.smartia.connect.read;

import static io.github.smartia.connect.model.Sessions.bareUser;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Result;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.model.Test;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session in the model of the API.
 *
 * @param delay how long after start and end the API shows them; negative if the dates are ahead of time
 * @param lingering how much longer the API also lists it as in progress; at most the lookback
 * @param changes how long after its end its content changes
 * @param removed how long after its end it vanishes
 * @param flaw how it is malformed for some time
 * @param move how its date changes: its end, or its start if it never ends
 */
record ModelSession(
        String id,
        Instant start,
        Optional<Instant> end,
        Duration delay,
        Duration lingering,
        List<Duration> changes,
        Optional<Duration> removed,
        Optional<Flaw> flaw,
        Optional<Move> move) {

    /** A well-formed session without lingering. */
    ModelSession(
            String id,
            Instant start,
            Optional<Instant> end,
            Duration delay,
            List<Duration> changes,
            Optional<Duration> removed) {
        this(id, start, end, delay, Duration.ZERO, changes, removed, Optional.empty(), Optional.empty());
    }

    /** A session that is shown on time, and does not change. */
    static ModelSession session(String id, Instant start, Instant end) {
        return new ModelSession(id, start, Optional.of(end), Duration.ZERO, List.of(), Optional.empty());
    }

    /** A session of half an hour. */
    static ModelSession completed(String id, Instant end) {
        return session(id, end.minusSeconds(1_800), end);
    }

    ModelSession shownAfter(Duration time) {
        return new ModelSession(id, start, end, time, lingering, changes, removed, flaw, move);
    }

    ModelSession changedAfter(Duration time) {
        return new ModelSession(id, start, end, delay, lingering, List.of(time), removed, flaw, move);
    }

    ModelSession movedBy(Duration difference, Duration time) {
        Optional<Move> some = Optional.of(new Move(time, difference));
        return new ModelSession(id, start, end, delay, lingering, changes, removed, flaw, some);
    }

    ModelSession removedAfter(Duration time) {
        return new ModelSession(id, start, end, delay, lingering, changes, Optional.of(time), flaw, move);
    }

    /**
     * A malformed period.
     *
     * @param from how long after its date it becomes malformed
     * @param repaired how long after its date it is well-formed again
     */
    record Flaw(boolean hidesId, boolean hidesDate, Duration from, Optional<Duration> repaired) {

        boolean holds(Instant date, Instant now) {
            return !now.isBefore(date.plus(from))
                    && repaired.map(until -> now.isBefore(date.plus(until))).orElse(true);
        }
    }

    /**
     * A change of the date.
     *
     * @param after how long after the first date the change is shown
     * @param by the difference; negative for an earlier date
     */
    record Move(Duration after, Duration by) {}

    /** A copy that is malformed for five minutes, from some time after its date in each stream. */
    ModelSession brokenAfter(Duration time) {
        Flaw some = new Flaw(false, false, time, Optional.of(time.plusMinutes(5)));
        return new ModelSession(id, start, end, delay, lingering, changes, removed, Optional.of(some), move);
    }

    /** Whether the API shows the session in {@code stream} at {@code now}. */
    boolean visible(SessionStream stream, Instant now) {
        boolean completed = end.isPresent() && !now.isBefore(end.get().plus(delay));
        if (stream == SessionStream.COMPLETED) {
            return completed && !(removed.isPresent() && !now.isBefore(end.get().plus(removed.get())));
        }
        return isOpenAfter(now) && !now.isBefore(start.plus(delay));
    }

    /** Whether the API lists it as in progress at some time after {@code now}. */
    boolean isOpenAfter(Instant now) {
        return end.isEmpty() || now.isBefore(end.get().plus(delay).plus(lingering));
    }

    /** The session as the API shows it at {@code now}. */
    Entry shown(SessionStream stream, Instant now) {
        return flaw.filter(some -> some.holds(date(stream), now))
                .<Entry>map(some -> malformed(some, stream, now))
                .orElseGet(() -> sound(stream, now));
    }

    private MalformedSession malformed(Flaw some, SessionStream stream, Instant now) {
        Optional<Instant> date = some.hidesDate ? Optional.empty() : Optional.of(date(stream, now));
        boolean completed = stream == SessionStream.COMPLETED;
        String json = id + date(stream, now) + (completed ? result(now).level() : "");
        return new MalformedSession(
                some.hidesId ? Optional.empty() : Optional.of(id),
                completed ? Optional.empty() : date,
                completed ? date : Optional.empty(),
                "a field",
                "is wrong",
                json);
    }

    private Session sound(SessionStream stream, Instant now) {
        boolean completed = stream == SessionStream.COMPLETED;
        return new Session(
                id,
                end.isPresent() ? start : moved(start, now),
                completed ? end.map(date -> moved(date, now)) : Optional.empty(),
                completed ? Status.COMPLETED : Status.IN_PROGRESS,
                bareUser(),
                new Test("a-test", Optional.empty(), Optional.empty(), Optional.empty()),
                completed ? Optional.of(result(now)) : Optional.empty(),
                Map.of());
    }

    private Result result(Instant now) {
        long version = changes.stream()
                .filter(change -> !now.isBefore(end.orElseThrow().plus(change)))
                .count();
        boolean resultFollows = version == 0 && !changes.isEmpty();
        Optional<String> level = resultFollows ? Optional.empty() : Optional.of("level " + version);
        return new Result(Optional.empty(), level, Optional.empty());
    }

    /** The last time that something about it changes. */
    Instant lastEvent() {
        Instant last = end.orElse(start);
        java.util.stream.Stream<Duration> delays = java.util.stream.Stream.concat(
                java.util.stream.Stream.of(delay.plus(lingering)),
                java.util.stream.Stream.concat(changes.stream(), eventsBesides()));
        return last.plus(delays.max(Duration::compareTo).orElseThrow());
    }

    private java.util.stream.Stream<Duration> eventsBesides() {
        return java.util.stream.Stream.concat(
                java.util.stream.Stream.concat(removed.stream(), move.stream().map(Move::after)),
                flaw.stream()
                        .flatMap(some -> java.util.stream.Stream.of(some.from, some.repaired.orElse(Duration.ZERO))));
    }

    private Instant moved(Instant date, Instant now) {
        return move.filter(some -> !now.isBefore(date.plus(some.after)))
                .map(some -> date.plus(some.by))
                .orElse(date);
    }

    /** The date that orders it in {@code stream} at {@code now}; the session must be in the stream at some time. */
    Instant date(SessionStream stream, Instant now) {
        return stream == SessionStream.IN_PROGRESS && end.isPresent() ? start : moved(date(stream), now);
    }

    /** The first and the last date that order it in {@code stream}; the session must be in the stream at some time. */
    List<Instant> dates(SessionStream stream) {
        return java.util.stream.Stream.of(date(stream), date(stream, Instant.MAX))
                .distinct()
                .toList();
    }

    /** Whether a session that was published shows this life of it. */
    boolean isShownBy(Session session) {
        return id.equals(session.sessionId())
                && (start.equals(session.startDate())
                        || (end.isEmpty() && moved(start, Instant.MAX).equals(session.startDate())));
    }

    /** The first date that orders it in {@code stream}; the session must be in the stream at some time. */
    Instant date(SessionStream stream) {
        return stream == SessionStream.COMPLETED ? end.orElseThrow() : start;
    }

    /** Whether {@code stream} shows it at some time. */
    boolean isEverIn(SessionStream stream) {
        return stream == SessionStream.IN_PROGRESS || end.isPresent();
    }

    /** Whether the API may continue to list it as in progress after it stopped showing it as completed. */
    boolean mayEndAsOpen() {
        boolean breaksForGood = flaw.flatMap(Flaw::repaired).isEmpty() && flaw.isPresent();
        return !lingering.isZero() && (removed.isPresent() || breaksForGood);
    }

    boolean isAhead() {
        return delay.isNegative();
    }

    /** Whether it is shown on time and never changes, moves or is repaired. */
    boolean onTime() {
        return delay.isZero() && changes.isEmpty() && flaw.isEmpty() && move.isEmpty();
    }
}
