package io.github.smartia.connect.record;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.offset.SourcePartition;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.read.Batch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Converts batches to records with offsets. Only the last record of a batch advances the offset, since an offset contains
 * what the whole batch added. After a crash within a batch, the whole batch is published again.
 */
public final class BatchRecords {

    private final SessionRecords records;
    private final Optional<DeadLetters> deadLetters;

    /** @param deadLetters converts malformed sessions; empty if batches contain none */
    public BatchRecords(SessionRecords records, Optional<DeadLetters> deadLetters) {
        this.records = records;
        this.deadLetters = deadLetters;
    }

    /**
     * The records of a batch, in its order. A tombstone follows its completed session, and is in the same source partition, so
     * that either both are published or neither is.
     */
    public List<SourceRecord> of(Batch batch) {
        SourcePartition partition = new SourcePartition(batch.organisation(), batch.stream());
        // In Connect, null means that no offset is stored.
        Map<String, String> before = batch.before().map(StreamOffset::toMap).orElse(null);
        Map<String, String> after = batch.after().toMap();
        List<SourceRecord> list =
                new ArrayList<>(batch.entries().size() + batch.tombstones().size());
        for (Iterator<Entry> rest = batch.entries().iterator(); rest.hasNext(); ) {
            Entry entry = rest.next();
            Map<String, String> offset = rest.hasNext() ? before : after;
            if (entry instanceof Session session && batch.tombstones().contains(session.sessionId())) {
                list.add(records.session(partition, before, session));
                list.add(tombstone(partition, offset, session));
            } else {
                list.add(record(partition, offset, entry));
            }
        }
        return list;
    }

    private SourceRecord record(SourcePartition partition, Map<String, String> offset, Entry entry) {
        return entry instanceof Session session
                ? records.session(partition, offset, session)
                : deadLetters.orElseThrow().record(partition, offset, (MalformedSession) entry);
    }

    private SourceRecord tombstone(SourcePartition partition, Map<String, String> offset, Session session) {
        return records.tombstone(
                partition, offset, session.sessionId(), session.endDate().orElseThrow());
    }
}
