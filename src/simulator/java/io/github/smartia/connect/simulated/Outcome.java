package io.github.smartia.connect.simulated;

import java.time.Duration;
import java.time.Instant;

/**
 * The result of a completed session.
 *
 * @param createdMillis when the result was created, in milliseconds since the epoch
 * @param level such as {@code L1 - Lower}
 * @param seconds how long the pupil worked
 */
public record Outcome(long createdMillis, String level, int seconds) {

    public static Outcome of(Instant createdDate, String level, Duration duration) {
        return new Outcome(createdDate.toEpochMilli(), level, Math.toIntExact(duration.toSeconds()));
    }
}
