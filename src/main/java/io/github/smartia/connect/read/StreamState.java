package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.paging.PositionedEntry;
import io.github.smartia.connect.paging.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How far a stream was read, and what was published lately. Not thread-safe. */
final class StreamState {

    private final SessionStream stream;
    private final ContentHash hash;
    private final Settling settling;
    private final Published published = new Published();
    private Optional<Position> position;
    private Optional<Instant> caughtUp = Optional.empty();
    /** The end of time as long as the API has not told. */
    private Instant clock = Instant.MAX;

    private boolean clockSeen;
    private final LackingSessions lacking = new LackingSessions();
    /** What was published in another way since, by id: the last content seen counts once it is settled. */
    private final Map<Long, PositionedEntry> shownOtherwise = new LinkedHashMap<>();

    private StreamState(
            SessionStream stream, ContentHash hash, Duration lookback, Optional<Position> position, Instant from) {
        this.stream = stream;
        this.hash = hash;
        this.settling = new Settling(lookback, from);
        this.position = position;
    }

    /** A stream that was never read. */
    static StreamState fresh(SessionStream stream, ContentHash hash, ReadSettings settings) {
        Instant from = settings.startDate().orElse(Instant.MIN);
        return new StreamState(stream, hash, settings.lookback(), Optional.empty(), from);
    }

    /** A stream as an earlier run left it. */
    static StreamState restored(StreamOffset offset, ContentHash hash, ReadSettings settings) {
        Instant from = offset.memory()
                .map(memory -> memory.watermark().orElse(Instant.MIN))
                .orElse(offset.position().date());
        StreamState state =
                new StreamState(offset.stream(), hash, settings.lookback(), Optional.of(offset.position()), from);
        state.caughtUp = offset.memory().flatMap(StreamOffset.Memory::caughtUp);
        offset.memory()
                .ifPresent(memory -> FingerprintCodec.decode(
                                memory.published(), memory.hash().equals(hash.name()))
                        .forEach(state.published::add));
        return state;
    }

    SessionStream stream() {
        return stream;
    }

    /** Where to begin reading. */
    Instant watermark() {
        return settling.watermark();
    }

    Optional<Position> position() {
        return position;
    }

    /** The last date of the stream when it had caught up for the first time, in this run or an earlier one. */
    Optional<Instant> caughtUp() {
        return caughtUp;
    }

    /** The stream was read to its open end. */
    void hasCaughtUp() {
        caughtUp = caughtUp.or(() -> position.map(Position::date));
    }

    /** A new sweep begins at the watermark. */
    void startSweep() {
        settling.startAgain();
        lacking.startSweep(published.idsByDate(watermark()));
    }

    /** Whether a session was published in this stream since the watermark. */
    boolean hasPublished(long id) {
        return published.containsId(id);
    }

    Fingerprint fingerprint(PositionedEntry session) {
        return Fingerprint.of(session, hash);
    }

    /** Whether a session was published just so, as far as that is remembered. */
    boolean recognises(Fingerprint fingerprint) {
        return published.recognises(fingerprint);
    }

    /** A session was shown that need not be published again for now. */
    void recognised(PositionedEntry session, Fingerprint fingerprint) {
        if (published.isLatest(fingerprint)) {
            shownOtherwise.remove(fingerprint.id());
        } else {
            shownOtherwise.put(fingerprint.id(), session);
        }
    }

    /** What is settled now and was published last with another content than it was shown with last. */
    List<PositionedEntry> takeSettledOtherwise() {
        List<PositionedEntry> settled = shownOtherwise.values().stream()
                .filter(session -> session.date().isBefore(watermark()))
                .toList();
        shownOtherwise.values().removeAll(settled);
        return settled;
    }

    /** A session at {@code place} was published; one without a date moves nothing. */
    void published(Position place, Fingerprint fingerprint) {
        published.add(fingerprint);
        shownOtherwise.remove(fingerprint.id());
        if (fingerprint.isUndated()) {
            position = position.or(() -> Optional.of(Position.startOf(watermarkOrEpoch())));
        } else if (position.isEmpty() || place.compareTo(position.get()) > 0) {
            position = Optional.of(place);
        }
    }

    /** An offset must hold a date; before 1970 there was nothing to publish. */
    private Instant watermarkOrEpoch() {
        return watermark().equals(Instant.MIN) ? Instant.EPOCH : watermark();
    }

    /**
     * All of a segment was taken as published.
     *
     * @param ids of its sessions
     */
    void read(Segment segment, Set<Long> ids, long now) {
        if (lacking.maySettle(ids, segment.coveredTo())) {
            settling.read(segment.coveredTo(), segment.askedAt());
        }
        position.ifPresent(latest -> settling.seen(reached(latest.date()), now));
    }

    /** Forgets what is settled; to be called once all that follows from it is published. */
    void forgetSettled() {
        published.forgetBefore(watermark(), clock);
    }

    /** A session may be dated ahead of its time, by a pupil's device or for a placeholder: that proves nothing. */
    private Instant reached(Instant latest) {
        return latest.isAfter(clock) ? clock : latest;
    }

    /** What the API's clock showed when it responded. */
    void clockShows(Instant time) {
        if (!clockSeen || time.isAfter(clock)) {
            clock = time;
        }
        clockSeen = true;
    }

    /** The API does not say what its clock shows; it is no later than {@code latest}. */
    void clockIsHidden(Instant latest) {
        if (!clockSeen) {
            clock = latest;
        }
    }

    /**
     * What a restart needs; empty as long as nothing was published.
     *
     * @param ids what the stream's {@link LifeCycle} wants kept
     */
    Optional<StreamOffset> offset(Iterable<Long> ids) {
        return position.map(latest -> {
            Instant from = watermark();
            String encodedIds = IdCodec.encode(ids);
            int room = StreamOffset.MAX_CHARS - encodedIds.length();
            String encoded = FingerprintCodec.encode(published.latestFirst(from), room);
            Optional<Instant> watermark = from.equals(Instant.MIN) ? Optional.empty() : Optional.of(from);
            StreamOffset.Memory memory = new StreamOffset.Memory(watermark, encoded, hash.name(), encodedIds, caughtUp);
            return new StreamOffset(stream, latest, Optional.of(memory));
        });
    }
}
