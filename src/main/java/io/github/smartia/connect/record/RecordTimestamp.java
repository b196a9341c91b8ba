package io.github.smartia.connect.record;

import java.time.Instant;
import java.util.Optional;

/** What the timestamp of a Kafka record means. */
public enum RecordTimestamp {
    /** The time at which the producer sends the record. Topic retention counts from then, however old the session is. */
    INGESTION {
        @Override
        Optional<Instant> of(Instant event) {
            return Optional.empty();
        }
    },
    /**
     * The session's date, unless that is before 1970, which Kafka rejects. A topic with a retention shorter than the history
     * loses the older part.
     */
    EVENT {
        @Override
        Optional<Instant> of(Instant event) {
            // A negative timestamp would fail the task, and again after each restart.
            return Optional.of(event).filter(date -> !date.isBefore(Instant.EPOCH));
        }
    };

    /** The timestamp of a record about an event at {@code event}; if empty, the producer sets it. */
    abstract Optional<Instant> of(Instant event);
}
