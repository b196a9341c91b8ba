package io.github.smartia.connect.read;

import java.time.Instant;
import java.util.Optional;

/**
 * The result of reading a segment: numbers only, no content of sessions.
 *
 * @param published published sessions, including late and changed ones
 * @param late sessions published after a session with a later position
 * @param changed published sessions that were published before with other content
 * @param suppressed unchanged sessions, which are not published again
 * @param deadLetters malformed sessions
 * @param tombstones published sessions that are followed by a tombstone in the topic of open sessions
 * @param vanished published sessions that the API no longer shows
 * @param position the date up to which the stream was published; empty before the first publication
 * @param caughtUp whether the segment reaches the open end of the stream
 */
public record ReadProgress(
        int published,
        int late,
        int changed,
        int suppressed,
        int deadLetters,
        int tombstones,
        int vanished,
        Optional<Instant> position,
        boolean caughtUp) {

    /** Whether anything was published. */
    public boolean hasRecords() {
        return published + deadLetters > 0;
    }
}
