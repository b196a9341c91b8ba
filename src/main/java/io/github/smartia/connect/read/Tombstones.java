package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.Fingerprint;
import io.github.smartia.connect.offset.StreamOffset;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which sessions of an organisation are opened and closed in the topic of those in progress. No list of open sessions is kept.
 * Every session that ends later than a fixed time gets a tombstone whenever it is published as completed, whether it was seen
 * in progress or not. That time is the API's time when the first run begins, less the lookback: what ended before is history.
 * Both streams remember it, and the earlier one counts. Not thread-safe.
 */
public final class Tombstones {

    private final Map<SessionStream, StreamState> streams;
    private final boolean writesTombstones;
    private final Set<SessionStream> looked = EnumSet.noneOf(SessionStream.class);
    /** What completed since the pages were requested that may still list it as in progress, however soon it is settled. */
    private final Map<Long, Instant> completedMeanwhile = new HashMap<>();

    private Instant after;
    private boolean isFixed;
    private Optional<Long> started = Optional.empty();

    /**
     * @param streams those that are read
     * @param stored the offsets that they are read on from
     * @param writesTombstones whether sessions are closed, provided that both streams are read
     */
    public Tombstones(
            Map<SessionStream, StreamState> streams, Collection<StreamOffset> stored, boolean writesTombstones) {
        this.streams = Map.copyOf(streams);
        this.writesTombstones = writesTombstones;
        this.isFixed = !stored.isEmpty();
        this.after =
                stored.stream().map(Tombstones::after).min(Instant::compareTo).orElse(Instant.MIN);
    }

    private static Instant after(StreamOffset offset) {
        return offset.memory()
                .map(memory -> memory.tombstonesAfter().orElse(Instant.MIN))
                .orElse(offset.position().date());
    }

    /**
     * Reading begins.
     *
     * @param now in nanoseconds of a clock that only goes forward
     */
    public void start(long now) {
        started = started.or(() -> Optional.of(now));
    }

    /**
     * A stream of which nothing was published yet has shown its newest sessions, if there are any. The time since reading began
     * is subtracted from the time that they show, so that nothing that was open at the first request is history.
     *
     * @param now in nanoseconds of the same clock
     */
    public void begin(SessionStream stream, long now) {
        if (isFixed) {
            return;
        }
        looked.add(stream);
        Instant settled = streams.values().stream()
                .map(StreamState::settledNow)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        if (!settled.equals(Instant.MIN)) {
            Instant candidate = settled.minusNanos(now - started.orElse(now)).truncatedTo(ChronoUnit.MILLIS);
            after = candidate.isAfter(after) ? candidate : after;
        }
        isFixed = looked.equals(streams.keySet());
    }

    /**
     * Sessions that end later get a tombstone; {@link Instant#MIN} for all, where the API's time was not known when the first
     * session was published.
     */
    Instant after() {
        return after;
    }

    /** Completed sessions are settled; a page that was requested before may still list them as in progress. */
    void completedAreForgotten(List<Fingerprint> completed) {
        if (readsBoth()) {
            completed.forEach(session -> completedMeanwhile.put(session.id(), Instant.ofEpochMilli(session.date())));
        }
    }

    /** The stream of sessions in progress begins to request pages, and holds none that it requested before. */
    public void inProgressReadsOn() {
        completedMeanwhile.clear();
    }

    /** Whether a session in progress may be published: not if it is known to have completed after that start. */
    boolean admits(Session session) {
        if (!readsBoth()) {
            return true;
        }
        long id = Fingerprint.id(session.sessionId());
        Optional<Instant> end = streams.get(SessionStream.COMPLETED)
                .published()
                .date(id)
                .or(() -> Optional.ofNullable(completedMeanwhile.get(id)));
        return end.map(session.startDate()::isAfter).orElse(true);
    }

    /** Whether a tombstone follows a completed session: not if the same id is known to have begun later. */
    boolean close(Session session) {
        Instant end = session.endDate().orElse(Instant.MAX);
        if (!readsBoth() || !end.isAfter(after())) {
            return false;
        }
        PublishedSessions open = streams.get(SessionStream.IN_PROGRESS).published();
        long id = Fingerprint.id(session.sessionId());
        boolean beganLater = open.date(id).filter(start -> start.isAfter(end)).isPresent();
        completedMeanwhile.put(id, end);
        if (!beganLater) {
            open.vanished(id);
        }
        return writesTombstones && !beganLater;
    }

    /** Whether a session is remembered as completed, so that it need not be shown in progress. */
    boolean hasCompleted(long id) {
        return readsBoth() && streams.get(SessionStream.COMPLETED).published().containsId(id);
    }

    private boolean readsBoth() {
        return streams.containsKey(SessionStream.COMPLETED) && streams.containsKey(SessionStream.IN_PROGRESS);
    }
}
