package io.github.smartia.connect.read;

import io.github.smartia.connect.model.ApiDates;
import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.SessionStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.ValueRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How far a stream was read: what Connect keeps. As a map it is led by the stream's date, such as {@code
 * {"endDate":"2026-01-06T00:00:00.000Z"}}, which alone means: read on from that instant.
 *
 * @param position the last session published in order
 * @param memory what was published since the watermark; empty where reading simply goes on from the position
 */
public record StreamOffset(SessionStream stream, Position position, Optional<Memory> memory) {

    private static final String SESSION_ID = "sessionId";
    private static final String WATERMARK = "watermark";
    private static final String PUBLISHED = "published";
    private static final String HASH = "hash";
    private static final String CAUGHT_UP = "caughtUp";

    /** What the encoded parts may take together: "offsets stay under 256 KiB". */
    static final int MAX_CHARS = 240_000;

    /**
     * What a restart must remember.
     *
     * @param watermark where reading begins again; empty for the beginning of history
     * @param published the {@linkplain FingerprintCodec encoded} fingerprints of what was published from there on
     * @param hash the {@linkplain ContentHash#name() name} of the way in which content was hashed
     * @param ids the {@linkplain IdCodec encoded} ids of sessions in progress that were opened, or closed, by this stream
     * @param caughtUp the last date of the stream when it had caught up for the first time; empty before
     */
    public record Memory(
            Optional<Instant> watermark, String published, String hash, String ids, Optional<Instant> caughtUp) {

        /** Whether there may have been more to remember than there was room for. */
        boolean isFull() {
            return published.length() + ids.length() >= MAX_CHARS;
        }
    }

    /** Read on from {@code date}, that millisecond included. */
    public static StreamOffset from(SessionStream stream, Instant date) {
        return new StreamOffset(stream, Position.startOf(date), Optional.empty());
    }

    /** As Connect keeps it: a flat map of texts. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(stream.dateField().apiName(), ApiDates.text(position.date()));
        memory.ifPresent(kept -> {
            map.put(SESSION_ID, position.sessionId());
            kept.watermark.ifPresent(date -> map.put(WATERMARK, ApiDates.text(date)));
            kept.caughtUp.ifPresent(date -> map.put(CAUGHT_UP, ApiDates.text(date)));
            map.put(HASH, kept.hash);
            map.put(PUBLISHED, kept.published);
            map.put(idsField(stream), kept.ids);
        });
        return map;
    }

    /**
     * Reads what {@link #toMap} wrote, or the date alone as a person sets it.
     *
     * @throws IllegalArgumentException if it is neither; the message says what is wrong
     */
    public static StreamOffset fromMap(SessionStream stream, Map<String, ?> map) {
        String dateField = stream.dateField().apiName();
        Set<String> known = Set.of(dateField, SESSION_ID, WATERMARK, HASH, PUBLISHED, CAUGHT_UP, idsField(stream));
        map.keySet().stream()
                .filter(field -> !known.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new IllegalArgumentException("unknown field " + field + "; " + advice(dateField));
                });
        Instant date = date(map, dateField)
                .orElseThrow(() -> new IllegalArgumentException("the field " + dateField + " is missing"));
        if (map.size() == 1) {
            return from(stream, date);
        }
        for (String field : List.of(SESSION_ID, PUBLISHED, HASH, idsField(stream))) {
            if (!map.containsKey(field)) {
                throw new IllegalArgumentException("the field " + field + " is missing; " + advice(dateField));
            }
        }
        Memory memory = new Memory(
                date(map, WATERMARK),
                text(map, PUBLISHED),
                text(map, HASH),
                text(map, idsField(stream)),
                date(map, CAUGHT_UP));
        check(PUBLISHED, memory.published, text -> FingerprintCodec.decode(text, true));
        check(idsField(stream), memory.ids, IdCodec::decode);
        return new StreamOffset(stream, new Position(date, text(map, SESSION_ID)), Optional.of(memory));
    }

    private static String advice(String dateField) {
        return "to read on from an instant give " + dateField + " alone, such as {\"" + dateField
                + "\":\"2026-01-06T00:00:00.000Z\"}";
    }

    private static void check(String field, String text, Consumer<String> decode) {
        try {
            decode.accept(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the field " + field + " was not written by this connector", e);
        }
    }

    private static String idsField(SessionStream stream) {
        return stream == SessionStream.IN_PROGRESS ? "open" : "closed";
    }

    private static Optional<Instant> date(Map<String, ?> map, String field) {
        if (!map.containsKey(field)) {
            return Optional.empty();
        }
        String text = text(map, field);
        try {
            OffsetDateTime date = OffsetDateTime.parse(text);
            // What the API can be asked for.
            ValueRange.of(1, 9999)
                    .checkValidValue(date.toInstant().atOffset(ZoneOffset.UTC).getYear(), ChronoField.YEAR);
            return Optional.of(date.toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "the field " + field + " is no ISO 8601 instant such as" + " 2026-01-06T00:00:00.000Z: " + text);
        }
    }

    private static String text(Map<String, ?> map, String field) {
        if (map.get(field) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("the field " + field + " is missing or no text");
    }
}
