package io.github.smartia.connect.api;

import io.github.smartia.connect.model.Status;
import java.time.Duration;

/** Learns what becomes of the requests for one API key. Called by several threads at a time; must not block or throw. */
public interface RequestListener {

    RequestListener NONE = new RequestListener() {};

    /** A request has ended. Not called for one that was cancelled. */
    default void ended(RequestOutcome end) {}

    /** A request for sessions of this status has failed transiently, and will be made again. */
    default void retried(Status sessions) {}

    /**
     * How one request ended.
     *
     * @param sessions the status of the sessions that it asked for
     * @param took from when it was sent to the end of its response, or until it was known that none would come
     * @param bytes length of the body of its response as it came; 0 where none came whole
     */
    record RequestOutcome(Status sessions, Outcome outcome, Duration took, long bytes) {}

    enum Outcome {
        /** A page came. */
        SERVED,
        /** Status 429. */
        THROTTLED,
        /** Any other response, or none. */
        FAILED
    }
}
