package io.github.smartia.connect.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** What the timestamp of a Kafka record tells. */
public enum RecordTimestamp {
    /** When the producer sent it: topic retention counts from there, however old the session is. */
    INGESTION("ingestion") {
        @Override
        Optional<Instant> of(Instant event) {
            return Optional.empty();
        }
    },
    /** The session's own date. A topic whose retention is shorter than the history that is read loses the old part. */
    EVENT("event") {
        @Override
        Optional<Instant> of(Instant event) {
            return Optional.of(event);
        }
    };

    private final String settingName;

    RecordTimestamp(String settingName) {
        this.settingName = settingName;
    }

    /** The value of {@code record.timestamp} that stands for this. */
    public String settingName() {
        return settingName;
    }

    /** The one with this setting name, by its exact spelling. */
    public static Optional<RecordTimestamp> named(String settingName) {
        return Arrays.stream(values())
                .filter(timestamp -> timestamp.settingName.equals(settingName))
                .findFirst();
    }

    /** The timestamp of a record about something that happened at {@code event}; empty leaves it to the producer. */
    abstract Optional<Instant> of(Instant event);
}
