package io.github.smartia.connect;

import io.github.smartia.connect.stack.TopicRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a topic holds, in plain values. */
public final class PublishedRecords {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private PublishedRecords() {}

    static List<String> ids(List<TopicRecord> records) {
        return idsOf(records.stream().filter(record -> !record.isTombstone()));
    }

    static List<String> closedIds(List<TopicRecord> records) {
        return idsOf(records.stream().filter(TopicRecord::isTombstone));
    }

    /** The values by field, structs as maps; without tombstones. */
    static List<Object> values(List<TopicRecord> records) {
        return records.stream().flatMap(record -> value(record).stream()).toList();
    }

    public static String id(TopicRecord record) {
        return record.keyRecord().get("sessionId").toString();
    }

    /** The value by field, structs as maps; empty for a tombstone. */
    public static Optional<Object> value(TopicRecord record) {
        return record.value().map(value -> JSON.readValue(value.toString(), Map.class));
    }

    /** Whether each session is open, by the last record of its id: one with a value, not a tombstone. */
    static Map<String, Boolean> open(List<TopicRecord> records) {
        Map<String, Boolean> open = new HashMap<>();
        records.forEach(record -> open.put(id(record), !record.isTombstone()));
        return open;
    }

    private static List<String> idsOf(Stream<TopicRecord> records) {
        return records.map(PublishedRecords::id).toList();
    }
}
