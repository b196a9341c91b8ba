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
    /** The session's own date. A topic whose retention is shorter than the history that is read loses the old part. */
    EVENT {
        @Override
        Optional<Instant> of(Instant event) {
            return Optional.of(event);
        }
    };

    /** The timestamp of a record about something that happened at {@code event}; empty leaves it to the producer. */
    abstract Optional<Instant> of(Instant event);
}
