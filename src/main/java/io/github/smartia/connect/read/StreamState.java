package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.Fingerprint;
import io.github.smartia.connect.offset.FingerprintCodec;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.paging.PositionedEntry;
import io.github.smartia.connect.paging.Segment;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a stream was read, and what was published lately. Not thread-safe.
 *
 * <p>No session before the watermark can still be missing, if it became visible no later than the lookback after its date: a
 * piece of the stream settles what is dated before the API's time at its request, less the lookback.
 */
public final class StreamState {

    /** No session can be dated before, and the API could not be asked for it. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private final SessionStream stream;
    private final ContentHash hash;
    private final Duration lookback;
    private final PublishedSessions published = new PublishedSessions();
    /** What was shown with another content than it was last published with: the last content counts once it is settled. */
    private final Map<Long, PositionedEntry> shownOtherwise = new LinkedHashMap<>();

    private Instant watermark;
    private Instant apiTime = Instant.MIN;
    private Optional<Position> position;

    private StreamState(
            SessionStream stream, ContentHash hash, Duration lookback, Optional<Position> position, Instant watermark) {
        this.stream = stream;
        this.hash = hash;
        this.lookback = lookback;
        this.position = position;
        this.watermark = watermark;
    }

    /** A stream that was never read. */
    public static StreamState fresh(SessionStream stream, ContentHash hash, ReadSettings settings) {
        Instant from = settings.startDate().orElse(Instant.MIN);
        return new StreamState(stream, hash, settings.lookback(), Optional.empty(), from);
    }

    /** A stream as an earlier run left it. */
    public static StreamState restored(StreamOffset offset, ContentHash hash, ReadSettings settings) {
        Instant watermark = offset.memory()
                .map(memory -> memory.watermark().orElse(Instant.MIN))
                .orElse(offset.position().date());
        StreamState state =
                new StreamState(offset.stream(), hash, settings.lookback(), Optional.of(offset.position()), watermark);
        offset.memory()
                .ifPresent(memory -> FingerprintCodec.decode(memory.published()).stream()
                        .map(fingerprint ->
                                memory.hash().equals(hash.name()) ? fingerprint : fingerprint.withUnknownContent())
                        .forEach(state.published::add));
        return state;
    }

    public SessionStream stream() {
        return stream;
    }

    /** The first date that is not settled. Never goes back. */
    public Instant watermark() {
        return watermark;
    }

    /** The beginning of the second of the watermark. */
    public Instant secondOfWatermark() {
        return watermark.truncatedTo(ChronoUnit.SECONDS);
    }

    public Optional<Position> position() {
        return position;
    }

    public PublishedSessions published() {
        return published;
    }

    ContentHash hash() {
        return hash;
    }

    /** The newest date that the API has shown and that its clock had surely reached; {@link Instant#MIN} before any. */
    public Instant apiTime() {
        return apiTime;
    }

    /**
     * The API showed these dates when its clock showed {@code clock}. Sessions may be dated ahead of their time, by a pupil's
     * device or as a placeholder: later dates prove nothing.
     */
    public void shown(List<Instant> dates, Instant clock) {
        for (Instant date : dates) {
            if (date.isAfter(apiTime) && !date.isAfter(clock)) {
                apiTime = date;
            }
        }
    }

    /** The API's time less the lookback; {@link Instant#MIN} as long as that is not known. */
    public Instant settledNow() {
        return lessLookback(apiTime);
    }

    /** What the watermark becomes once all of a segment is published. */
    Instant settledBy(Segment segment) {
        Instant settled = lessLookback(segment.apiTime());
        Instant to = segment.coveredTo().isBefore(settled) ? segment.coveredTo() : settled;
        return segment.from().isAfter(watermark) || to.isBefore(watermark) ? watermark : to;
    }

    private Instant lessLookback(Instant time) {
        if (time.equals(Instant.MIN)) {
            return time;
        }
        // The API's dates are whole milliseconds; rounding down keeps more.
        Instant settled = time.minus(lookback).truncatedTo(ChronoUnit.MILLIS);
        return settled.isBefore(FIRST) ? Instant.MIN : settled;
    }

    /** A session was shown that need not be published again for now. */
    void recognised(PositionedEntry session, Fingerprint fingerprint) {
        if (published.isLatest(fingerprint)) {
            shownOtherwise.remove(fingerprint.id());
        } else {
            shownOtherwise.put(fingerprint.id(), session);
        }
    }

    /** What is dated before {@code settled} and was last published with another content than it was last shown with. */
    List<PositionedEntry> takeShownOtherwise(Instant settled) {
        List<PositionedEntry> taken = shownOtherwise.values().stream()
                .filter(session -> session.date().isBefore(settled))
                .toList();
        shownOtherwise.values().removeAll(taken);
        return taken;
    }

    /** A session of history was published: it will not be read again. */
    void published(Position place) {
        if (position.isEmpty() || place.compareTo(position.get()) > 0) {
            position = Optional.of(place);
        }
    }

    /** A session was published; one without a date moves nothing. */
    void published(Position place, Fingerprint fingerprint) {
        published.add(fingerprint);
        shownOtherwise.remove(fingerprint.id());
        if (fingerprint.isUndated()) {
            position = position.or(() -> Optional.of(Position.startOf(watermarkOrEpoch())));
        } else {
            published(place);
        }
    }

    /** An offset must hold a date; before 1970 there was nothing to publish. */
    private Instant watermarkOrEpoch() {
        return watermark.equals(Instant.MIN) ? Instant.EPOCH : watermark;
    }

    /**
     * Everything before {@code settled} was published, and is forgotten.
     *
     * @return what was forgotten
     */
    List<Fingerprint> settle(Instant settled) {
        watermark = settled;
        // Requests begin on whole seconds, and the API counts from there.
        return published.forgetBefore(secondOfWatermark());
    }

    /** What a restart needs; empty as long as nothing was published. */
    Optional<StreamOffset> offset(Instant tombstonesAfter) {
        return position.map(latest -> {
            String encoded = FingerprintCodec.encode(published.latestFirst(watermark), StreamOffset.MAX_CHARS);
            StreamOffset.Memory memory =
                    new StreamOffset.Memory(known(watermark), known(tombstonesAfter), hash.name(), encoded);
            return new StreamOffset(stream, latest, Optional.of(memory));
        });
    }

    private static Optional<Instant> known(Instant date) {
        return Optional.of(date).filter(some -> !some.equals(Instant.MIN));
    }
}
