package io.github.smartia.connect.offset;

import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.SessionStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.ValueRange;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** Reads an offset from the map that Connect stores. Anything that it does not recognise is rejected. */
final class OffsetReader {

    /** Fields of offsets that were stored before version 1.0. */
    private static final Set<String> OBSOLETE = Set.of("open", "closed", "caughtUp");

    private final SessionStream stream;
    private final String dateField;
    private final Map<String, ?> map;

    OffsetReader(SessionStream stream, Map<String, ?> map) {
        this.stream = stream;
        this.dateField = stream.dateField().apiName();
        this.map = map;
    }

    /** The checksum of a map's other fields, which proves that they were written together. */
    static String checksum(Map<String, ?> map) {
        Map<String, Object> checked = new TreeMap<>(map);
        checked.remove(StreamOffset.CHECK);
        CRC32C sum = new CRC32C();
        sum.update(checked.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    StreamOffset read() {
        requireKnownFields();
        Instant date = date(dateField)
                .orElseThrow(() -> new IllegalArgumentException("the field " + dateField + " is missing"));
        return map.size() == 1 ? StreamOffset.from(stream, date) : readWithMemory(date);
    }

    private void requireKnownFields() {
        Set<String> known = Set.of(
                dateField,
                StreamOffset.SESSION_ID,
                StreamOffset.WATERMARK,
                StreamOffset.TOMBSTONES_AFTER,
                StreamOffset.HASH,
                StreamOffset.PUBLISHED,
                StreamOffset.CHECK);
        for (String field : map.keySet()) {
            if (OBSOLETE.contains(field)) {
                throw rejected(
                        "it was written by a version before 1.0, which this version does not read; reset the offset to"
                                + " read everything again;");
            }
            if (!known.contains(field)) {
                throw rejected("unknown field " + field + ";");
            }
        }
    }

    private StreamOffset readWithMemory(Instant date) {
        for (String field :
                List.of(StreamOffset.SESSION_ID, StreamOffset.HASH, StreamOffset.PUBLISHED, StreamOffset.CHECK)) {
            if (!map.containsKey(field)) {
                throw rejected("the field " + field + " is missing;");
            }
        }
        StreamOffset.Memory memory = new StreamOffset.Memory(
                date(StreamOffset.WATERMARK),
                date(StreamOffset.TOMBSTONES_AFTER),
                text(StreamOffset.HASH),
                published());
        if (!checksum(map).equals(text(StreamOffset.CHECK))) {
            throw rejected("a field was changed, and the fields beside " + dateField
                    + " are only valid as they were written;");
        }
        return new StreamOffset(stream, new Position(date, text(StreamOffset.SESSION_ID)), Optional.of(memory));
    }

    private String published() {
        String text = text(StreamOffset.PUBLISHED);
        try {
            FingerprintCodec.decode(text);
            return text;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the field " + StreamOffset.PUBLISHED + " was not written by this connector", e);
        }
    }

    private IllegalArgumentException rejected(String reason) {
        return new IllegalArgumentException(reason + " to read from an instant, set " + dateField
                + " alone, such as {\"" + dateField + "\":\"2026-01-06T00:00:00.000Z\"}");
    }

    private Optional<Instant> date(String field) {
        if (!map.containsKey(field)) {
            return Optional.empty();
        }
        String text = text(field);
        try {
            Instant date = OffsetDateTime.parse(text).toInstant();
            // The range of dates in requests to the API.
            ValueRange.of(1, 9999).checkValidValue(date.atOffset(ZoneOffset.UTC).getYear(), ChronoField.YEAR);
            return Optional.of(date.truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "the field " + field + " is not an ISO 8601 instant such as 2026-01-06T00:00:00.000Z: " + text);
        }
    }

    private String text(String field) {
        if (map.get(field) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("the field " + field + " is missing or not a string");
    }
}
