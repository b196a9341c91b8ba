package io.github.smartia.connect.api;

import io.github.smartia.connect.model.Status;
import java.time.Duration;

/**
 * Learns what becomes of the requests for one API key. Called by several threads at a time: it must be
 * quick, and must not throw.
 */
public interface RequestListener {

    /** Ignores everything. */
    RequestListener NONE = new RequestListener() {};

    /** A request has ended. Not called for one that was cancelled. */
    default void ended(RequestOutcome end) {}

    /** A request for sessions of this status has failed transiently, and will be made again. */
    default void retried(Status sessions) {}

    /**
     * How one request ended.
     *
     * @param sessions the status of the sessions that it asked for
     * @param took from when it was to be sent to the end of its response, or until it was known that none would come
     * @param bytes length of the body of its response as it came, compressed or not; 0 where none came whole
     */
    record RequestOutcome(Status sessions, Outcome outcome, Duration took, long bytes) {}

    /** What a request brought. */
    enum Outcome {
        /** A page. */
        SERVED,
        /** Status 429: the API wants fewer requests. */
        THROTTLED,
        /** Another status, something that is no page, or no response. */
        FAILED
    }
}
