package io.github.smartia.connect.model;

import java.util.Arrays;
import java.util.Optional;

/** The streams of sessions. Each has its own order, position and topic. */
public enum SessionStream {
    /** Completed sessions, ordered by their end. */
    COMPLETED("completed", Status.COMPLETED, DateField.END_DATE),
    /** Open sessions, ordered by their start. */
    IN_PROGRESS("in-progress", Status.IN_PROGRESS, DateField.START_DATE);

    private final String streamName;
    private final Status status;
    private final DateField dateField;

    SessionStream(String streamName, Status status, DateField dateField) {
        this.streamName = streamName;
        this.status = status;
        this.dateField = dateField;
    }

    /** The stream with this exact name. */
    public static Optional<SessionStream> named(String streamName) {
        return Arrays.stream(values())
                .filter(stream -> stream.streamName.equals(streamName))
                .findFirst();
    }

    public static SessionStream of(Status status) {
        return switch (status) {
            case COMPLETED -> COMPLETED;
            case IN_PROGRESS -> IN_PROGRESS;
        };
    }

    /** Whether each session of the stream closes the open session with the same id. */
    public boolean closesSessions() {
        return switch (this) {
            case COMPLETED -> true;
            case IN_PROGRESS -> false;
        };
    }

    /** Whether the sessions of the stream are open until they complete. */
    public boolean opensSessions() {
        return switch (this) {
            case COMPLETED -> false;
            case IN_PROGRESS -> true;
        };
    }

    /** The name in settings, source partitions and messages. */
    public String streamName() {
        return streamName;
    }

    /** The status of all sessions of the stream. */
    public Status status() {
        return status;
    }

    /** The date that orders the stream. */
    public DateField dateField() {
        return dateField;
    }
}
