package io.github.smartia.connect.record;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.SourcePartition;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;

/** Converts sessions to the records that Connect publishes. Immutable, safe for use by several threads. */
public final class SessionRecords {

    private final SessionSchemas schemas;
    private final Map<SessionStream, String> topics;
    private final RecordTimestamp timestamp;

    /**
     * @param topics the topic of each stream
     * @param timestamp the timestamp of each record
     */
    public SessionRecords(SessionSchemas schemas, Map<SessionStream, String> topics, RecordTimestamp timestamp) {
        this.schemas = schemas;
        this.topics = new EnumMap<>(topics);
        this.timestamp = timestamp;
    }

    /**
     * The record of a session, for the topic of the partition's stream.
     *
     * @param partition the stream and the organisation that the session was read from
     * @param offset where reading continues once this record is committed; not copied
     * @throws DataException if the session lacks the date by which the stream is ordered; names session and field
     */
    public SourceRecord session(SourcePartition partition, Map<String, ?> offset, Session session) {
        SessionStream stream = partition.stream();
        Instant date = session.date(stream.dateField())
                .orElseThrow(() -> new DataException("The session " + session.sessionId() + " has no "
                        + stream.dateField().apiName() + ", and so no place in the stream " + stream.streamName()));
        Struct value = schemas.value(stream, partition.organisation(), session);
        return record(partition, offset, stream, session.sessionId(), Optional.of(value), date);
    }

    /**
     * The record that deletes a session from the topic of sessions in progress.
     *
     * @param partition the stream and the organisation that the completed session was read from
     * @param offset where reading continues once this record is committed; not copied
     * @param completed when the session completed
     */
    public SourceRecord tombstone(
            SourcePartition partition, Map<String, ?> offset, String sessionId, Instant completed) {
        return record(partition, offset, SessionStream.IN_PROGRESS, sessionId, Optional.empty(), completed);
    }

    private SourceRecord record(
            SourcePartition partition,
            Map<String, ?> offset,
            SessionStream topicOf,
            String sessionId,
            Optional<Struct> value,
            Instant date) {
        return new PrivateSourceRecord(
                partition,
                offset,
                topics.get(topicOf),
                schemas.key(sessionId),
                value,
                timestamp.of(date),
                new ConnectHeaders());
    }
}
