package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.paging.Oddities;
import io.github.smartia.connect.paging.Oddities.Total;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What happens at the API, and how it is read.
 *
 * @param begin when reading begins, by the API's clock; the worker's clock is not used and may be wrong
 * @param trouble outages
 * @param restarts when the worker is killed and started again
 * @param oddities undocumented ways of listing sessions
 * @param habits other undocumented behaviour
 */
record History(
        List<ModelSession> sessions,
        Instant begin,
        Tuning tuning,
        Choice choice,
        List<Trouble> trouble,
        List<Restart> restarts,
        Oddities oddities,
        Set<Habit> habits,
        long seed) {

    /** A history of an API that behaves as documented. */
    History(
            List<ModelSession> sessions,
            Instant begin,
            Tuning tuning,
            Choice choice,
            List<Trouble> trouble,
            List<Restart> restarts,
            long seed) {
        this(sessions, begin, tuning, choice, trouble, restarts, Oddities.NONE, Set.of(), seed);
    }

    /** A history without outages or restarts. */
    static History quiet(List<ModelSession> sessions, Instant begin, Tuning tuning, Choice choice) {
        return new History(sessions, begin, tuning, choice, List.of(), List.of(), 1);
    }

    static final Duration POLL_INTERVAL = Duration.ofSeconds(5);

    /**
     * Settings that affect the speed.
     *
     * @param fetchEvery how often the worker polls
     * @param crowded whether the same task reads as much of another organisation; see {@link #crowded()}
     */
    record Tuning(
            Duration lookback,
            Duration latency,
            int pageSize,
            int requestsAtOnce,
            int queueCapacity,
            Duration fetchEvery,
            boolean crowded) {

        /** For an organisation with a task of its own. */
        Tuning(
                Duration lookback,
                Duration latency,
                int pageSize,
                int requestsAtOnce,
                int queueCapacity,
                Duration fetchEvery) {
            this(lookback, latency, pageSize, requestsAtOnce, queueCapacity, fetchEvery, false);
        }

        /** A fast API and worker, and a lookback of ten minutes. */
        static final Tuning FAST =
                new Tuning(Duration.ofMinutes(10), Duration.ofMillis(100), 100, 4, 1_000, Duration.ofMillis(500));

        /** A longer interval for parts of the history in which polling does not matter. */
        Duration fetchSeldom() {
            return fetchEvery.compareTo(POLL_INTERVAL) > 0 ? fetchEvery : POLL_INTERVAL;
        }
    }

    /**
     * Settings that affect what is read.
     *
     * @param exactlyOnce whether the worker stores offsets together with records
     */
    record Choice(List<SessionStream> streams, Optional<Instant> startDate, boolean tombstones, boolean exactlyOnce) {

        /** Both streams from the beginning, exactly once. */
        static final Choice ALL = new Choice(List.of(SessionStream.values()), Optional.empty(), true, true);

        static final Choice COMPLETED = new Choice(List.of(SessionStream.COMPLETED), Optional.empty(), true, true);

        boolean closesSessions() {
            return tombstones && streams.size() == SessionStream.values().length;
        }
    }

    /**
     * An outage.
     *
     * @param unanswered the stream whose responses arrive when the outage is over; empty if the worker does not poll
     */
    record Trouble(Optional<SessionStream> unanswered, Duration from, Duration length) {

        boolean holds(Duration time) {
            return time.compareTo(from) >= 0 && time.compareTo(end()) < 0;
        }

        Duration end() {
            return from.plus(length);
        }
    }

    /**
     * The end of one run and the beginning of the next.
     *
     * @param rejectedFor how long before the end the API rejects all requests
     * @param downFor how long no worker runs after it
     * @param lookbacks the factor of the next run's lookback; at least 1, or late sessions are missed
     * @param newKey whether content is hashed under another name from then on
     * @param set the offset that a person sets in between
     */
    record Restart(
            Duration at,
            Duration rejectedFor,
            Duration downFor,
            int pageSize,
            int lookbacks,
            boolean newKey,
            Optional<StreamOffset> set) {

        Restart withTheSameKey() {
            return new Restart(at, rejectedFor, downFor, pageSize, lookbacks, false, set);
        }

        boolean refuses(Duration time) {
            return time.compareTo(at.minus(rejectedFor)) >= 0 && time.compareTo(at) < 0;
        }
    }

    Duration lookback() {
        return tuning.lookback;
    }

    Duration longestLookback() {
        int most = restarts.stream().mapToInt(Restart::lookbacks).reduce(1, Math::max);
        return tuning.lookback.multipliedBy(most);
    }

    boolean mayRepeat() {
        return !choice.exactlyOnce && !restarts.isEmpty();
    }

    /** Whether a person set an offset of {@code stream} between two runs. */
    boolean wasSet(SessionStream stream) {
        return restarts.stream().flatMap(restart -> restart.set.stream()).anyMatch(set -> set.stream() == stream);
    }

    /** The first date that is certain to be read. */
    Instant certainFrom(SessionStream stream) {
        return java.util.stream.Stream.concat(
                        choice.startDate.stream(),
                        restarts.stream()
                                .flatMap(restart -> restart.set.stream())
                                .filter(set -> set.stream() == stream)
                                .map(set -> set.position().date()))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** How long at most a session may be remembered beyond the lookback. */
    Duration longestDelay() {
        // A sweep settles what its first request settled, and waits for the worker whenever the queue is full.
        int fullQueues = sessions.size() / tuning.queueCapacity;
        Duration sweep = readingTime().plus(tuning.fetchSeldom().multipliedBy(fullQueues));
        return trouble.stream().map(Trouble::length).reduce(sweep, Duration::plus);
    }

    /** More than enough time to read, confirm and poll everything. */
    Duration patience() {
        // Every second poll reads a page of the lookback, which may show another one of several ties each time.
        boolean lateTies = choice.streams.stream()
                .anyMatch(stream -> !secondsOfLateOnes(stream, 1).isEmpty());
        int polls = (lateTies ? 16 : 2) * (sessions.size() / smallestPage() + 2);
        Duration alone = readingTime().plus(POLL_INTERVAL.multipliedBy(polls));
        // Two organisations that share a task wait for each other, and may read some pages again.
        return crowded() ? alone.multipliedBy(8) : alone;
    }

    /** More than enough time to read and poll any part of this history, the largest group of ties included. */
    private Duration readingTime() {
        long requests = 20 + 20L * sessions.size() / smallestPage();
        int waitingPages = 2 * tuning.requestsAtOnce + 4;
        return Duration.ofMinutes(1)
                .plus(tuning.latency.multipliedBy(2 * requests))
                .plus(slowResponses(requests))
                .plus(tuning.fetchSeldom().multipliedBy(waitingPages))
                .multipliedBy(crowded() ? 4 : 1);
    }

    /** How much longer consecutive requests may take if some are slow. */
    private Duration slowResponses(long requests) {
        return habits.contains(Habit.IS_SLOW)
                ? longestLatency().multipliedBy(10 + 2 * requests / slowOneIn())
                : Duration.ZERO;
    }

    /** One in so many responses is slow. */
    int slowOneIn() {
        return seed % 2 == 0 ? 1 : 8;
    }

    /** The maximum latency of a request, and of its response, without a failure. */
    Duration longestLatency() {
        return habits.contains(Habit.IS_SLOW) ? Duration.ofSeconds(Habit.SLOWEST_SECONDS) : tuning.latency;
    }

    /** With few sessions a page, two organisations would take days of virtual time. */
    boolean crowded() {
        return tuning.crowded && smallestPage() >= 10;
    }

    private int smallestPage() {
        return restarts.stream().mapToInt(Restart::pageSize).reduce(tuning.pageSize, Math::min);
    }

    /**
     * Dense seconds whose sessions do not all appear at once. If one appears and another vanishes, the count stays the same, and
     * a sweep may miss a third, which is then late as well. If the API counts wrongly, a vanished session is enough.
     */
    Set<Instant> doubtfulSeconds(SessionStream stream) {
        // If the count is wrong, a second with few sessions may be read as a dense one, before it is over.
        int others = oddities.total() == Total.RIGHT ? Math.min(smallestPage(), oddities.longestPage()) : 1;
        return secondsOfLateOnes(stream, others);
    }

    /** @param others the minimum number of sessions that share a second with a late one */
    private Set<Instant> secondsOfLateOnes(SessionStream stream, int others) {
        return sessions.stream()
                .filter(session -> session.isEverIn(stream))
                .flatMap(session -> session.dates(stream).stream().map(date -> Map.entry(second(date), session)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .entrySet()
                .stream()
                .filter(second -> second.getValue().size() > others)
                .filter(second -> oddities.total() != Total.RIGHT || mayChange(second.getValue(), stream))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether some appear after others. */
    private static boolean mayChange(List<ModelSession> ofOneSecond, SessionStream stream) {
        long dates = ofOneSecond.stream()
                .map(session -> session.date(stream))
                .distinct()
                .count();
        return dates > 1 || !ofOneSecond.stream().allMatch(ModelSession::onTime);
    }

    static Instant second(Instant date) {
        return date.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether a session with a later date was shown before this one happened, so that this one may follow it. */
    boolean wasOvertaken(ModelSession session, SessionStream stream) {
        Instant date = session.date(stream);
        return sessions.stream()
                .filter(ModelSession::isAhead)
                .filter(other -> other.isEverIn(stream))
                .anyMatch(other -> other.date(stream).isAfter(date)
                        && other.date(stream).plus(other.delay()).isBefore(date));
    }

    /** The time after the last event. */
    Instant end() {
        Instant last = sessions.stream()
                .map(ModelSession::lastEvent)
                .max(Instant::compareTo)
                .orElse(begin);
        return trouble.stream()
                .map(some -> begin.plus(some.end()))
                .max(Instant::compareTo)
                .filter(last::isBefore)
                .orElse(last.isAfter(begin) ? last : begin);
    }

    /** The lives of an id, the latest last: more than one if the session is begun again. */
    List<ModelSession> lives(String id) {
        return sessions.stream().filter(session -> session.id().equals(id)).toList();
    }

    /** The life that a published session shows. */
    ModelSession life(Session shown) {
        return sessions.stream()
                .filter(session -> session.isShownBy(shown))
                .findFirst()
                .orElseThrow();
    }
}
