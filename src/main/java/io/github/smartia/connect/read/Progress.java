package io.github.smartia.connect.read;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of reading a piece of a stream; numbers only, nothing of what the sessions hold.
 *
 * @param published sessions handed over, changed and late ones included
 * @param late those of them that are handed over for the first time, after later ones
 * @param changed those of them that were handed over before, with other content
 * @param suppressed sessions that need no record, as nothing about them is new
 * @param deadLetters malformed sessions handed over
 * @param tombstones sessions among the published ones that end as sessions in progress
 * @param position the date up to which the stream was published; empty as long as nothing was
 * @param atTheEnd whether the piece reaches the open end of the stream
 */
public record Progress(
        int published,
        int late,
        int changed,
        int suppressed,
        int deadLetters,
        int tombstones,
        Optional<Instant> position,
        boolean atTheEnd) {

    /** Whether anything was handed over. */
    public boolean broughtNews() {
        return published + deadLetters > 0;
    }
}
