package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionStream;

/** Receives the progress of an organisation, on the event loop. Implementations must be quick and must not throw. */
public interface ReadListener {

    /** Ignores everything. */
    ReadListener NONE = new ReadListener() {};

    /** A segment without anything new was read. The progress of other segments is in their batches. */
    default void read(SessionStream stream, ReadProgress progress) {}

    /** Reading continues past responses that keep contradicting each other. */
    default void inconsistent(SessionStream stream) {}

    /** The number of sessions of a backlog that remain to be read, as the API counts them. */
    default void remaining(SessionStream stream, long sessions) {}

    /** All streams of the organisation have stopped, and a person must correct the cause. */
    default void failed() {}
}
