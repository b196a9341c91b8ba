package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.stack.TopicRecord;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/** Counts the records of one topic and remembers the newest session. Keeps nothing else of them. For one thread. */
final class TopicTally {

    private final DateField dateField;
    private long records;
    private long tombstones;
    private Optional<SeenSession> newest = Optional.empty();

    /** @param dateField by which one session is newer than another */
    TopicTally(DateField dateField) {
        this.dateField = dateField;
    }

    void add(TopicRecord record) {
        if (record.isTombstone()) {
            tombstones++;
            return;
        }
        records++;
        SeenSession session = seen(record.valueRecord());
        if (newest.filter(known -> known.date().isAfter(session.date())).isEmpty()) {
            newest = Optional.of(session);
        }
    }

    /** Records with a value. */
    long records() {
        return records;
    }

    long tombstones() {
        return tombstones;
    }

    /** The session of the latest date; of several, the one that arrived last. */
    Optional<SeenSession> newest() {
        return newest;
    }

    private SeenSession seen(GenericRecord value) {
        return new SeenSession(
                value.get("sessionId").toString(), Instant.ofEpochMilli((Long) value.get(dateField.apiName())));
    }
}
