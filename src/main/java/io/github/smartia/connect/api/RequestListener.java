package io.github.smartia.connect.api;

import io.github.smartia.connect.model.Status;
import java.time.Duration;

/**
 * Is notified of what happens to the requests for one API key. Called by several threads concurrently; must not block or
 * throw.
 */
public interface RequestListener {

    RequestListener NONE = new RequestListener() {};

    /** A request has ended. Not called for a cancelled request. */
    default void ended(RequestOutcome end) {}

    /** A request for sessions with this status has failed transiently and will be retried. */
    default void retried(Status sessions) {}

    /**
     * How one request ended.
     *
     * @param sessions the status of the requested sessions
     * @param took time from sending the request to the end of the response, or until it was known that no response would
     *     come
     * @param bytes length of the response body as received, before decompression; 0 if the body was not received completely
     */
    record RequestOutcome(Status sessions, Outcome outcome, Duration took, long bytes) {}

    enum Outcome {
        /** A page was received. */
        SERVED,
        /** Status 429. */
        THROTTLED,
        /** Any other response, or none. */
        FAILED
    }
}
