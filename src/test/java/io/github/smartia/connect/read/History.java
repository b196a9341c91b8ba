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
 * @param begin when reading begins, by the API's clock; the worker's own clock is never asked, so that it may be wrong
 * @param trouble what does not work for a while
 * @param restarts when the worker is killed, and started again
 * @param oddities how the API lists sessions in ways that are not documented
 * @param habits what else it does that is not documented
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

    /** Of an API that does as documented. */
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

    static final Duration POLL_INTERVAL = Duration.ofSeconds(5);

    /**
     * Settings that decide how fast all goes.
     *
     * @param fetchEvery how often the worker fetches what was read
     * @param crowded whether another organisation reads as much by the same task, one of the two at a time; see {@link #crowded()}
     */
    record Tuning(
            Duration lookback,
            Duration latency,
            int pageSize,
            int requestsAtOnce,
            int outbox,
            Duration fetchEvery,
            boolean crowded) {

        /** For an organisation that has its task for itself. */
        Tuning(Duration lookback, Duration latency, int pageSize, int requestsAtOnce, int outbox, Duration fetchEvery) {
            this(lookback, latency, pageSize, requestsAtOnce, outbox, fetchEvery, false);
        }

        /** Where nothing depends on it, and more often would only take long. */
        Duration fetchSeldom() {
            return fetchEvery.compareTo(POLL_INTERVAL) > 0 ? fetchEvery : POLL_INTERVAL;
        }
    }

    /**
     * Settings that decide what is read.
     *
     * @param exactlyOnce whether the worker stores offsets together with what was published
     */
    record Choice(List<SessionStream> streams, Optional<Instant> startDate, boolean tombstones, boolean exactlyOnce) {

        /** Everything, with offsets that are certain. */
        static final Choice ALL = new Choice(List.of(SessionStream.values()), Optional.empty(), true, true);

        boolean closesSessions() {
            return tombstones && streams.size() == SessionStream.values().length;
        }
    }

    /**
     * Something does not work for a while.
     *
     * @param unanswered the stream whose requests get their answers when it is over; empty if the worker fetches nothing
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
     * @param refusedFor how long before it the API refuses all requests for good
     * @param downFor how long after it no worker runs
     * @param lookbacks by how much longer the next run looks back; never shorter, or what is late is missed
     * @param newKey whether content is hashed under another name from then on
     * @param set the offset that a person sets in between
     */
    record Restart(
            Duration at,
            Duration refusedFor,
            Duration downFor,
            int pageSize,
            int lookbacks,
            boolean newKey,
            Optional<StreamOffset> set) {

        Restart withTheSameKey() {
            return new Restart(at, refusedFor, downFor, pageSize, lookbacks, false, set);
        }

        boolean refuses(Duration time) {
            return time.compareTo(at.minus(refusedFor)) >= 0 && time.compareTo(at) < 0;
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

    /** Whether a person set an offset of {@code stream} in between. */
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
        // A sweep is judged by its beginning, and waits for the worker whenever the outbox is full.
        int fullOutboxes = sessions.size() / tuning.outbox;
        Duration sweep = readingTime().plus(tuning.fetchSeldom().multipliedBy(fullOutboxes));
        return trouble.stream().map(Trouble::length).reduce(sweep, Duration::plus);
    }

    /** More than it can take until everything was read, probed, and fetched. */
    Duration patience() {
        // Every second probe looks at another page, which may show another of several ties each time.
        boolean lateTies = choice.streams.stream()
                .anyMatch(stream -> !secondsOfLateOnes(stream, 1).isEmpty());
        int probes = (lateTies ? 16 : 2) * (sessions.size() / smallestPage() + 2);
        Duration alone = readingTime().plus(POLL_INTERVAL.multipliedBy(probes));
        // Whoever takes turns waits as long as it reads, makes way between pages, and may read some of them again.
        return crowded() ? alone.multipliedBy(8) : alone;
    }

    /** More than reading any piece of this history and fetching it can take, the largest tie group included. */
    private Duration readingTime() {
        long requests = 20 + 20L * sessions.size() / smallestPage();
        int waitingPages = 2 * tuning.requestsAtOnce + 4;
        return Duration.ofMinutes(1)
                .plus(tuning.latency.multipliedBy(2 * requests))
                .plus(slowResponses(requests))
                .plus(tuning.fetchSeldom().multipliedBy(waitingPages))
                .multipliedBy(crowded() ? 4 : 1);
    }

    /** How much longer so many requests one after the other may take where some are slow. */
    private Duration slowResponses(long requests) {
        return habits.contains(Habit.IS_SLOW)
                ? longestLatency().multipliedBy(10 + 2 * requests / slowOneIn())
                : Duration.ZERO;
    }

    /** Of how many responses one is slow. */
    int slowOneIn() {
        return seed % 2 == 0 ? 1 : 8;
    }

    /** How long each half of a response may take where nothing fails. */
    Duration longestLatency() {
        return habits.contains(Habit.IS_SLOW) ? Duration.ofSeconds(Habit.SLOWEST_SECONDS) : tuning.latency;
    }

    /** With a few sessions a page, those who take turns would take days of virtual time. */
    boolean crowded() {
        return tuning.crowded && smallestPage() >= 10;
    }

    private int smallestPage() {
        return restarts.stream().mapToInt(Restart::pageSize).reduce(tuning.pageSize, Math::min);
    }

    /**
     * Seconds that more sessions share than a page holds, if they do not all come at once. As one of them comes and another
     * goes, the API counts as many as before, and a third may be missed by one sweep: it is then late as well. Where the API
     * counts wrongly, the same happens whenever one goes.
     */
    Set<Instant> doubtfulSeconds(SessionStream stream) {
        // Where the count is wrong, a second is read by itself however few sessions it has, and may not be over yet.
        int others = oddities.total() == Total.RIGHT ? Math.min(smallestPage(), oddities.longestPage()) : 1;
        return secondsOfLateOnes(stream, others);
    }

    /** @param others how many sessions at least share each of the seconds with a late one */
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

    /** Whether some come when others are shown already. */
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

    /** Whether a session of a later date was shown when this one had not yet happened: then it may come after that. */
    boolean wasOvertaken(ModelSession session, SessionStream stream) {
        Instant date = session.date(stream);
        return sessions.stream()
                .filter(ModelSession::isAhead)
                .filter(other -> other.isEverIn(stream))
                .anyMatch(other -> other.date(stream).isAfter(date)
                        && other.date(stream).plus(other.delay()).isBefore(date));
    }

    /** When nothing more happens. */
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

    /** The lives of an id: more than one where it begins second. The latest is the last. */
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
