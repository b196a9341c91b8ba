package io.github.smartia.connect.api;

import io.github.smartia.connect.model.Status;
import java.time.Duration;

/**
 * How one request ended.
 *
 * @param sessions the status of the sessions that it asked for
 * @param took from when it was to be sent to the end of its response, or until it was known that none would come
 * @param bytes length of the body of its response as it came, compressed or not; 0 where none came whole
 */
public record RequestOutcome(Status sessions, Outcome outcome, Duration took, long bytes) {

    /** What a request brought. */
    public enum Outcome {
        /** A page. */
        SERVED,
        /** Status 429: the API wants fewer requests. */
        THROTTLED,
        /** Another status, something that is no page, or no response. */
        FAILED
    }
}
