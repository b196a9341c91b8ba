package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Session;

/** What a stream has to do with a session's way from in progress to completed. Not thread-safe. */
interface LifeCycle {

    /** Whether a session may still be published in this stream. */
    default boolean admits(long id) {
        return true;
    }

    /**
     * A session is published in this stream for the first time or again, and does not yet count as published: whether it
     * gets a tombstone in the other.
     */
    default boolean published(Session session, long id) {
        return false;
    }

    /** A malformed session was seen in this stream: nobody knows which it is. */
    default void sawMalformed() {}

    /** The ids to keep in this stream's offset. */
    Iterable<Long> ids();

    /** {@link #ids} is in an offset that will be stored. */
    default void idsAreKept() {}

    /** The stream was read to its open end. */
    default void caughtUp() {}
}
