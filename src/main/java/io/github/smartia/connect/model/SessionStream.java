package io.github.smartia.connect.model;

import java.util.Arrays;
import java.util.Optional;

/** The two streams of sessions, each with an order, a position and a topic of its own. */
public enum SessionStream {
    /** Sessions that are done, in the order of their end. */
    COMPLETED("completed", Status.COMPLETED, DateField.END_DATE),
    /** Sessions that are open when they are read, in the order of their start. */
    IN_PROGRESS("in-progress", Status.IN_PROGRESS, DateField.START_DATE);

    private final String streamName;
    private final Status status;
    private final DateField dateField;

    SessionStream(String streamName, Status status, DateField dateField) {
        this.streamName = streamName;
        this.status = status;
        this.dateField = dateField;
    }

    /** The stream with this name, by its exact spelling. */
    public static Optional<SessionStream> named(String streamName) {
        return Arrays.stream(values())
                .filter(stream -> stream.streamName.equals(streamName))
                .findFirst();
    }

    /** The stream of the sessions with {@code status}. */
    public static SessionStream of(Status status) {
        return switch (status) {
            case COMPLETED -> COMPLETED;
            case IN_PROGRESS -> IN_PROGRESS;
        };
    }

    /** Whether its sessions are done: each of them closes the session in progress of the same id. */
    public boolean isOfCompleted() {
        return switch (this) {
            case COMPLETED -> true;
            case IN_PROGRESS -> false;
        };
    }

    /** Whether its sessions are open: each of them is closed once it has completed. */
    public boolean isOfOpen() {
        return switch (this) {
            case COMPLETED -> false;
            case IN_PROGRESS -> true;
        };
    }

    /** The name in settings, source partitions and messages. */
    public String streamName() {
        return streamName;
    }

    /** The status of all of the stream's sessions. */
    public Status status() {
        return status;
    }

    /** The date that orders the stream. */
    public DateField dateField() {
        return dateField;
    }
}
