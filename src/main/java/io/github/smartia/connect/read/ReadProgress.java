package io.github.smartia.connect.read;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of reading a piece of a stream: numbers only, no content of sessions.
 *
 * @param published sessions handed over, changed and late ones included
 * @param late those of them that are handed over for the first time, after later ones
 * @param changed those of them that were handed over before, with other content
 * @param suppressed sessions that need no record, as nothing about them is new
 * @param deadLetters malformed sessions handed over
 * @param tombstones sessions among the published ones that get a tombstone in the topic of those in progress
 * @param vanished sessions that were published and are now taken as vanished from the API
 * @param position the date up to which the stream was published; empty as long as nothing was
 * @param atTheEnd whether the piece reaches the open end of the stream
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
        boolean atTheEnd) {

    /** Whether anything was handed over. */
    public boolean broughtNews() {
        return published + deadLetters > 0;
    }
}
