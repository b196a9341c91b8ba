package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Session;
import java.time.Instant;

/**
 * The sessions that a run which crashed may have published as in progress without its offset being stored, and that
 * completed before the next run could see them open. They get a tombstone unasked: one too many deletes nothing, one
 * too few leaves a session open for ever. Of what ended before the connector had caught up for the first time nothing is
 * doubted, for that is history: "Reading history must not write tombstones".
 *
 * @param inProgress what was published as in progress and is remembered
 * @param since where the in-progress stream goes on: the crashed run read from there or before
 * @param after the last end of a session when the connector had caught up for the first time
 * @param until the last end of a session before the next run had caught up with both streams
 */
record CrashWindow(StreamState inProgress, Instant since, Instant after, Instant until) {

    /** What the next run finds when it goes on with {@code inProgress}. */
    static CrashWindow openedBy(StreamState inProgress, Instant caughtUp) {
        return new CrashWindow(inProgress, inProgress.watermark(), caughtUp, Instant.MAX);
    }

    /** Once both streams have caught up: whatever ends later was watched from its start. */
    CrashWindow endingWith(Instant latest) {
        return until.equals(Instant.MAX) ? new CrashWindow(inProgress, since, after, latest) : this;
    }

    boolean holds(Session session, long id) {
        Instant end = session.endDate().orElse(Instant.MAX);
        return !session.startDate().isBefore(since)
                && end.isAfter(after)
                && !end.isAfter(until)
                && !inProgress.hasPublished(id);
    }
}
