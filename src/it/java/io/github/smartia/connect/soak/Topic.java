package io.github.smartia.connect.soak;

import io.github.smartia.connect.PublishedRecords;
import io.github.smartia.connect.stack.TopicRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a topic holds.
 *
 * @param byId the records of each session in turn, by its id; empty for a tombstone. Ids are in the order of their first
 *     records
 */
record Topic(Map<String, List<Optional<Object>>> byId) {

    static Topic of(List<TopicRecord> records) {
        Map<String, List<Optional<Object>>> byId = new LinkedHashMap<>();
        records.forEach(record -> byId.computeIfAbsent(PublishedRecords.id(record), id -> new ArrayList<>())
                .add(PublishedRecords.value(record)));
        return new Topic(byId);
    }

    List<Object> records(String id) {
        return all(id).stream().flatMap(Optional::stream).toList();
    }

    List<Optional<Object>> all(String id) {
        return byId.getOrDefault(id, List.of());
    }

    boolean endsWithTombstone(String id) {
        List<Optional<Object>> all = all(id);
        return !all.isEmpty() && all.get(all.size() - 1).isEmpty();
    }

    long tombstones(String id) {
        return all(id).stream().filter(Optional::isEmpty).count();
    }
}
