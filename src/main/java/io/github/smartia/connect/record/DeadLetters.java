package io.github.smartia.connect.record;

import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.SessionStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Turns malformed sessions into records of the dead-letter topic: the JSON as the value, and what is wrong with it in
 * headers, none of which tells anything about the pupil. Immutable, safe for use by several threads.
 */
public final class DeadLetters {

    /** What is wrong, such as {@code user.userId is missing}. */
    static final String ERROR = "smart-ia.error";
    /** The dotted path of the field that is wrong. */
    static final String FIELD = "smart-ia.field";
    /** The stream that the session was read from. */
    static final String STREAM = "smart-ia.stream";
    /** The organisation that it was read from. */
    static final String ORGANISATION = "smart-ia.organisation";

    private final String topic;
    private final SessionSchemas schemas;
    private final UserPrivacy privacy;
    private final RecordTimestamp timestamp;

    /**
     * @param schemas has the schema of the keys
     * @param privacy what may be written of the JSON
     * @param timestamp what the timestamp of each record tells; that of a session without a date is its ingestion
     */
    public DeadLetters(String topic, SessionSchemas schemas, UserPrivacy privacy, RecordTimestamp timestamp) {
        this.topic = topic;
        this.schemas = schemas;
        this.privacy = privacy;
        this.timestamp = timestamp;
    }

    /**
     * The record of a malformed session. It has the key that the session would have, or none where its id is not known.
     *
     * @param partition the stream and the organisation that it was read from
     * @param offset where reading goes on once this record is committed; not copied
     */
    SourceRecord record(SourcePartition partition, Map<String, ?> offset, MalformedSession malformed) {
        Optional<Struct> key = malformed.sessionId().filter(id -> !id.isEmpty()).map(schemas::key);
        return new SourceRecord(
                partition.toMap(),
                offset,
                topic,
                null,
                key.map(Struct::schema).orElse(null),
                key.orElse(null),
                Schema.STRING_SCHEMA,
                privacy.applyTo(malformed.json()),
                millis(partition.stream(), malformed),
                headers(partition, malformed));
    }

    private static Headers headers(SourcePartition partition, MalformedSession malformed) {
        return new ConnectHeaders()
                .addString(ERROR, malformed.field() + " " + malformed.problem())
                .addString(FIELD, malformed.field())
                .addString(STREAM, partition.stream().streamName())
                .addString(ORGANISATION, partition.organisation());
    }

    private Long millis(SessionStream stream, MalformedSession malformed) {
        return malformed
                .date(stream.dateField())
                .flatMap(timestamp::of)
                .map(Instant::toEpochMilli)
                .orElse(null);
    }
}
