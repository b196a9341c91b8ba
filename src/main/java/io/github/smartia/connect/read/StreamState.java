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
 * The position of a stream, its watermark, and what was recently published. Not thread-safe.
 *
 * <p>A segment settles a date that it covers if the date was earlier than the API's time less the lookback when the segment was
 * requested.
 */
public final class StreamState {

    /** The API accepts no earlier dates. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private final SessionStream stream;
    private final ContentHash hash;
    private final Duration lookback;
    private final PublishedSessions published = new PublishedSessions();
    /**
     * Sessions that were last shown with an earlier content than the one published last. The content shown last is published
     * when the session is settled.
     */
    private final Map<Long, PositionedEntry> reverted = new LinkedHashMap<>();

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

    /** A stream that an earlier run has read up to an offset. */
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

    /** The first date that is not settled. It never decreases. */
    public Instant watermark() {
        return watermark;
    }

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

    /** The latest date that the API has shown and that its clock had reached; {@link Instant#MIN} before the first. */
    public Instant apiTime() {
        return apiTime;
    }

    /**
     * Advances the API's time by the dates that a response shows. Dates later than the API's clock prove nothing: the clock of
     * a pupil's device may be fast, or a date may be a placeholder.
     */
    public void observed(List<Instant> dates, Instant clock) {
        for (Instant date : dates) {
            if (date.isAfter(apiTime) && !date.isAfter(clock)) {
                apiTime = date;
            }
        }
    }

    /** The API's time less the lookback; {@link Instant#MIN} if unknown. */
    public Instant settledNow() {
        return lessLookback(apiTime);
    }

    /** The watermark after the publication of a segment. */
    Instant settledBy(Segment segment) {
        Instant settled = lessLookback(segment.apiTime());
        Instant to = segment.coveredTo().isBefore(settled) ? segment.coveredTo() : settled;
        return segment.from().isAfter(watermark) || to.isBefore(watermark) ? watermark : to;
    }

    private Instant lessLookback(Instant time) {
        if (time.equals(Instant.MIN)) {
            return time;
        }
        // The API's dates are whole milliseconds. Rounding down settles less.
        Instant settled = time.minus(lookback).truncatedTo(ChronoUnit.MILLIS);
        return settled.isBefore(FIRST) ? Instant.MIN : settled;
    }

    /** Notes a session that was shown with a published content. */
    void recognised(PositionedEntry session, Fingerprint fingerprint) {
        if (published.isLatest(fingerprint)) {
            reverted.remove(fingerprint.id());
        } else {
            reverted.put(fingerprint.id(), session);
        }
    }

    /** Notes that a session is no longer in the stream. */
    void ended(long id) {
        published.vanished(id);
        reverted.remove(id);
    }

    /** Removes and returns the reverted sessions that were last published with a date before {@code settled}. */
    List<PositionedEntry> takeReverted(Instant settled) {
        List<PositionedEntry> taken = reverted.entrySet().stream()
                .filter(session -> published
                        .date(session.getKey())
                        .filter(settled::isAfter)
                        .isPresent())
                .map(Map.Entry::getValue)
                .filter(session -> session.date().isBefore(settled))
                .toList();
        reverted.values().removeAll(taken);
        return taken;
    }

    /** Notes the publication of a settled session, which is not read again. */
    void published(Position newPosition) {
        if (position.isEmpty() || newPosition.compareTo(position.get()) > 0) {
            position = Optional.of(newPosition);
        }
    }

    /** Notes and remembers a publication. An undated session does not move the position. */
    void published(Position newPosition, Fingerprint fingerprint) {
        published.add(fingerprint);
        reverted.remove(fingerprint.id());
        if (fingerprint.isUndated()) {
            position = position.or(() -> Optional.of(Position.startOf(watermarkOrEpoch())));
        } else {
            published(newPosition);
        }
    }

    /** The date in the offset of a stream without any dated session. */
    private Instant watermarkOrEpoch() {
        return watermark.equals(Instant.MIN) ? Instant.EPOCH : watermark;
    }

    /**
     * Moves the watermark and forgets the sessions before it.
     *
     * @return what was forgotten
     */
    List<Fingerprint> settle(Instant settled) {
        watermark = settled;
        // Requests begin at whole seconds, and totals count from there.
        return published.forgetBefore(secondOfWatermark());
    }

    /** The offset for a restart; empty before the first publication. */
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
