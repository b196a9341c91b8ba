package io.github.smartia.connect.stack;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/**
 * A record as a reader of Avro sees it.
 *
 * @param key an Avro value, most often a {@link GenericRecord}
 * @param value the same; empty for a tombstone
 * @param headers as text; of several with one name, the last
 */
public record TopicRecord(
        Optional<GenericRecord> key,
        Optional<GenericRecord> value,
        int partition,
        long offset,
        Instant timestamp,
        Map<String, String> headers) {

    public GenericRecord keyRecord() {
        return key.orElseThrow();
    }

    public GenericRecord valueRecord() {
        return value.orElseThrow();
    }

    public boolean isTombstone() {
        return value.isEmpty();
    }
}
