package io.github.smartia.connect.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The outcome of a completed session.
 *
 * @param createdDate when the result was created, truncated to milliseconds
 * @param level the level reached, such as {@code L1 - Lower}
 * @param duration the time taken as ISO 8601 text such as {@code PT1H30M}, unchecked
 */
public record Result(Optional<Instant> createdDate, Optional<String> level, Optional<String> duration) {

    /** Contains nothing about the pupil, since values end up in logs. */
    @Override
    public String toString() {
        return "result";
    }
}
