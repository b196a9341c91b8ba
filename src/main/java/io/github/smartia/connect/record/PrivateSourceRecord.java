package io.github.smartia.connect.record;

import io.github.smartia.connect.offset.SourcePartition;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A record whose text identifies it, but does not contain its value. Connect and transforms write that text to logs, and to
 * errors that Connect's REST interface shows. A record that a transform makes from this one is private too.
 */
final class PrivateSourceRecord extends SourceRecord {

    /** The original key. A transform may set another key, which may contain anything. */
    private final Struct sessionKey;

    /**
     * @param offset not copied
     * @param value empty for a tombstone
     * @param timestamp if empty, the producer sets it
     */
    PrivateSourceRecord(
            SourcePartition partition,
            Map<String, ?> offset,
            String topic,
            Struct key,
            Optional<Struct> value,
            Optional<Instant> timestamp,
            Iterable<Header> headers) {
        super(
                partition.toMap(),
                offset,
                topic,
                null,
                key.schema(),
                key,
                // A tombstone has no schema: with one, some converters would write an envelope that contains null.
                value.map(Struct::schema).orElse(null),
                value.orElse(null),
                timestamp.map(Instant::toEpochMilli).orElse(null),
                headers);
        this.sessionKey = key;
    }

    private PrivateSourceRecord(SourceRecord record, Struct sessionKey) {
        super(
                record.sourcePartition(),
                record.sourceOffset(),
                record.topic(),
                record.kafkaPartition(),
                record.keySchema(),
                record.key(),
                record.valueSchema(),
                record.value(),
                record.timestamp(),
                record.headers());
        this.sessionKey = sessionKey;
    }

    @Override
    public SourceRecord newRecord(
            String topic,
            Integer kafkaPartition,
            Schema keySchema,
            Object key,
            Schema valueSchema,
            Object value,
            Long timestamp,
            Iterable<Header> headers) {
        return new PrivateSourceRecord(
                super.newRecord(topic, kafkaPartition, keySchema, key, valueSchema, value, timestamp, headers),
                sessionKey);
    }

    @Override
    public String toString() {
        return "SourceRecord{sourcePartition=%s, topic='%s', kafkaPartition=%s, key=%s}"
                .formatted(sourcePartition(), topic(), kafkaPartition(), sessionKey);
    }
}
