package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Session;
import java.time.Instant;

/**
 * The sessions that a run which crashed may have published as in progress without its offset being stored, and that
 * completed before the next run could see them open. They get a tombstone unasked: one too many deletes nothing, one
 * too few leaves a session open for ever.
 *
 * <p>"Reading history must not write tombstones": where this counts, history was read to its end and is remembered as
 * completed, as far as it may come again. What is not remembered was late, however early it ended.
 *
 * @param inProgress what was published as in progress and is remembered
 * @param completed what was published as completed and is remembered
 * @param since where the in-progress stream goes on: the crashed run read from there or before
 * @param after the last end of a session of history that is not remembered and may come again
 * @param until the last end of a session before the next run had caught up with both streams
 */
record CrashWindow(StreamState inProgress, StreamState completed, Instant since, Instant after, Instant until) {

    /** What the next run finds when it goes on with these. */
    static CrashWindow openedBy(StreamState inProgress, StreamState completed, Instant after) {
        return new CrashWindow(inProgress, completed, inProgress.watermark(), after, Instant.MAX);
    }

    /** Once both streams have caught up: whatever ends later was watched from its start. */
    CrashWindow endingWith(Instant latest) {
        return until.equals(Instant.MAX) ? new CrashWindow(inProgress, completed, since, after, latest) : this;
    }

    /** To be asked before the session counts as published. */
    boolean holds(Session session, long id) {
        Instant end = session.endDate().orElse(Instant.MAX);
        return !session.startDate().isBefore(since)
                && end.isAfter(after)
                && !end.isAfter(until)
                && !completed.hasPublished(id)
                && !inProgress.hasPublished(id);
    }
}
