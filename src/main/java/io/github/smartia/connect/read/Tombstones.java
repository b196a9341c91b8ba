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
 * Decides which sessions of an organisation are opened and closed in the topic of open sessions. No list of open sessions is
 * kept: each completed session that ends after a fixed time T is followed by a tombstone, whether it was seen open or not. T is
 * the API's time at the start of the first run, less the lookback. The offsets of both streams store T. If they differ, the
 * earlier one counts. Not thread-safe.
 */
public final class Tombstones {

    private final Map<SessionStream, StreamState> streams;
    private final boolean writesTombstones;
    private final Set<SessionStream> newestReceived = EnumSet.noneOf(SessionStream.class);
    /** Sessions that completed while the current pages of open sessions were in flight: those pages may still list them. */
    private final Map<Long, Instant> recentlyCompleted = new HashMap<>();

    private Instant after;
    private boolean isFixed;
    private Optional<Long> started = Optional.empty();

    /**
     * @param streams the streams that are read
     * @param stored the offsets from which they are read
     * @param writesTombstones whether tombstones are written if both streams are read
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
     * Notes when reading starts; later calls have no effect.
     *
     * @param now in nanoseconds of a monotonic clock
     */
    public void start(long now) {
        started = started.or(() -> Optional.of(now));
    }

    /**
     * Derives T from the newest sessions of a stream that has published nothing. T is reduced by the time since reading
     * started, so that no session that was open at the first request counts as history.
     *
     * @param now in nanoseconds of the same clock
     */
    public void newestReceived(SessionStream stream, long now) {
        if (isFixed) {
            return;
        }
        newestReceived.add(stream);
        Instant settled = streams.values().stream()
                .map(StreamState::settledNow)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        if (!settled.equals(Instant.MIN)) {
            Instant candidate = settled.minusNanos(now - started.orElse(now)).truncatedTo(ChronoUnit.MILLIS);
            after = candidate.isAfter(after) ? candidate : after;
        }
        isFixed = newestReceived.equals(streams.keySet());
    }

    /** T; {@link Instant#MIN} if the API's time was unknown when the first session was published. */
    Instant after() {
        return after;
    }

    /** Notes completed sessions that are settled. Pages in flight may still list them as open. */
    void completedSettled(List<Fingerprint> completed) {
        if (readsBoth()) {
            completed.forEach(session -> recentlyCompleted.put(session.id(), Instant.ofEpochMilli(session.date())));
        }
    }

    /** Notes that no page of open sessions is in flight. */
    public void inProgressPassStarts() {
        recentlyCompleted.clear();
    }

    /** Whether an open session may be published. It may, unless it is known to have completed since its start. */
    boolean mayOpen(Session session) {
        if (!readsBoth()) {
            return true;
        }
        long id = Fingerprint.id(session.sessionId());
        Optional<Instant> end = streams.get(SessionStream.COMPLETED)
                .published()
                .date(id)
                .or(() -> Optional.ofNullable(recentlyCompleted.get(id)));
        return end.map(session.startDate()::isAfter).orElse(true);
    }

    /**
     * Notes a completed session, and returns whether a tombstone follows. None follows if the same id is known to have begun
     * later.
     */
    boolean close(Session session) {
        Instant end = session.endDate().orElseThrow();
        if (!readsBoth() || !end.isAfter(after())) {
            return false;
        }
        StreamState open = streams.get(SessionStream.IN_PROGRESS);
        long id = Fingerprint.id(session.sessionId());
        boolean beganLater =
                open.published().date(id).filter(start -> start.isAfter(end)).isPresent();
        recentlyCompleted.put(id, end);
        if (!beganLater) {
            open.ended(id);
        }
        return writesTombstones && !beganLater;
    }

    /** Whether a session is remembered as completed, so that the API need not list it as open. */
    boolean hasCompleted(long id) {
        return readsBoth() && streams.get(SessionStream.COMPLETED).published().containsId(id);
    }

    private boolean readsBoth() {
        return streams.containsKey(SessionStream.COMPLETED) && streams.containsKey(SessionStream.IN_PROGRESS);
    }
}
