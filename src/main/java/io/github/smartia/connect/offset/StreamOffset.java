package io.github.smartia.connect.offset;

import io.github.smartia.connect.model.ApiDates;
import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.SessionStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The offset of a stream, as Connect stores it. The map begins with the stream's date. That date alone, such as {@code
 * {"endDate":"2026-01-06T00:00:00.000Z"}}, means to read from that instant.
 *
 * @param position the latest position of a published session
 * @param memory what a restart must know; empty if a person set the position
 */
public record StreamOffset(SessionStream stream, Position position, Optional<Memory> memory) {

    static final String SESSION_ID = "sessionId";
    static final String WATERMARK = "watermark";
    static final String TOMBSTONES_AFTER = "tombstonesAfter";
    static final String HASH = "hash";
    static final String PUBLISHED = "published";
    static final String CHECK = "check";

    /** The maximum length of the encoded fingerprints, which keeps offsets under 512 KiB. */
    public static final int MAX_CHARS = 500_000;

    /**
     * What a restart must know.
     *
     * @param watermark the first date that is not settled; empty for the beginning of history
     * @param tombstonesAfter sessions that end later get a tombstone; empty for the beginning of history
     * @param hash the name of the content hash
     * @param published the {@linkplain FingerprintCodec encoded} fingerprints of what was published since the watermark
     */
    public record Memory(
            Optional<Instant> watermark, Optional<Instant> tombstonesAfter, String hash, String published) {}

    /** An offset to read from {@code date}, that millisecond included. */
    public static StreamOffset from(SessionStream stream, Instant date) {
        return new StreamOffset(stream, Position.startOf(date), Optional.empty());
    }

    /** The flat map that Connect stores. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(stream.dateField().apiName(), ApiDates.format(position.date()));
        memory.ifPresent(kept -> {
            map.put(SESSION_ID, position.sessionId());
            kept.watermark.ifPresent(date -> map.put(WATERMARK, ApiDates.format(date)));
            kept.tombstonesAfter.ifPresent(date -> map.put(TOMBSTONES_AFTER, ApiDates.format(date)));
            map.put(HASH, kept.hash);
            map.put(PUBLISHED, kept.published);
            map.put(CHECK, OffsetReader.checksum(map));
        });
        return map;
    }

    /**
     * Reads a map that {@link #toMap} wrote, or a date alone as a person sets it.
     *
     * @throws IllegalArgumentException if it is neither; the message says what is wrong
     */
    public static StreamOffset fromMap(SessionStream stream, Map<String, ?> map) {
        return new OffsetReader(stream, map).read();
    }
}
