package io.github.smartia.connect.record;

import java.time.Instant;
import java.util.Optional;

/** What the timestamp of a Kafka record tells. */
public enum RecordTimestamp {
    /** When the producer sent it: topic retention counts from there, however old the session is. */
    INGESTION {
        @Override
        Optional<Instant> of(Instant event) {
            return Optional.empty();
        }
    },
    /** The session's own date, unless that is before 1970, which Kafka does not take. A topic whose retention is shorter than the history that is read loses the old part. */
    EVENT {
        @Override
        Optional<Instant> of(Instant event) {
            // Connect fails a task over a negative timestamp, and would again after each restart.
            return Optional.of(event).filter(date -> !date.isBefore(Instant.EPOCH));
        }
    };

    /** The timestamp of a record about something that happened at {@code event}; empty leaves it to the producer. */
    abstract Optional<Instant> of(Instant event);
}
