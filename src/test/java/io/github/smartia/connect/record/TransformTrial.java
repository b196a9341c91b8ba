package io.github.smartia.connect.record;

import static io.github.smartia.connect.model.Sessions.aFullSession;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.SourcePartition;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;

/** Applies a transform to the connector's records of each topic, and says as the page on transforms does what becomes of it. */
record TransformTrial(RecordTimestamp timestamp, Transformation<SourceRecord> transform) {

    static final String WORKS = "works";
    static final String WITH_PREDICATE = "with the predicate";
    static final String DOES_NOT_WORK = "does not work";

    String completed() {
        return works(() -> requireOwnKeys(SessionStream.COMPLETED)) ? WORKS : DOES_NOT_WORK;
    }

    String deadLetters() {
        return works(() -> apply(deadLetter())) ? WORKS : DOES_NOT_WORK;
    }

    String inProgress() {
        if (closes(this::apply)) {
            return WORKS;
        }
        return closes(tombstone -> tombstone) ? WITH_PREDICATE : DOES_NOT_WORK;
    }

    /** Whether a transformed tombstone still deletes the transformed session of its key. */
    private boolean closes(UnaryOperator<SourceRecord> ofTombstones) {
        return works(() -> {
            requireOwnKeys(SessionStream.IN_PROGRESS);
            SourceRecord open = apply(openSession());
            SourceRecord tombstone = ofTombstones.apply(tombstone());
            if (tombstone.value() != null
                    || !Objects.equals(tombstone.key(), open.key())
                    || !tombstone.topic().equals(open.topic())) {
                throw new ConnectException("The session stays open");
            }
        });
    }

    /** Compaction would keep one of the sessions that share a key. */
    private void requireOwnKeys(SessionStream stream) {
        if (apply(session(stream, "s-1"))
                .key()
                .equals(apply(session(stream, "s-2")).key())) {
            throw new ConnectException("One key for two sessions");
        }
    }

    private static boolean works(Runnable transform) {
        try {
            transform.run();
            return true;
        } catch (ConnectException | IllegalArgumentException e) {
            return false;
        }
    }

    private SourceRecord apply(SourceRecord record) {
        SourceRecord made =
                Optional.ofNullable(transform.apply(record)).orElseThrow(() -> new ConnectException("Dropped"));
        if (made.value() instanceof Struct value) {
            // As converters do.
            value.validate();
        }
        return made;
    }

    SourceRecord completedSession() {
        return session(SessionStream.COMPLETED, "s-1");
    }

    SourceRecord openSession() {
        return session(SessionStream.IN_PROGRESS, "s-1");
    }

    private SourceRecord session(SessionStream stream, String id) {
        return Records.sessions(timestamp)
                .session(
                        new SourcePartition("north", stream),
                        Map.of(),
                        aFullSession().id(id).build());
    }

    /** On another day than the session's start, as it happens. */
    SourceRecord tombstone() {
        return Records.sessions(timestamp)
                .tombstone(Records.COMPLETED, Map.of(), "s-1", Instant.parse("2026-01-07T09:30:00Z"));
    }

    private SourceRecord deadLetter() {
        return Records.deadLetters(UserPrivacy.none(), timestamp, 1000)
                .record(Records.COMPLETED, Map.of(), Records.malformed(Optional.of("s-2"), Optional.empty(), "{}"));
    }
}
