package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Session;
import java.time.Instant;

/**
 * The sessions that a run which crashed may have published as in progress without its offset being stored, and that
 * completed before the next run could see them open. They get a tombstone unasked: one too many deletes nothing, one
 * too few leaves a session open for ever. A run that crashed before it had stored its first offset can't be told from
 * one that never was.
 *
 * @param inProgress what was published as in progress and is remembered
 * @param since where the in-progress stream goes on: the crashed run read from there or before
 * @param until the last end of a session before the next run had caught up with both streams
 */
record CrashWindow(StreamState inProgress, Instant since, Instant until) {

    /** What the next run finds when it goes on with {@code inProgress}. */
    static CrashWindow openedBy(StreamState inProgress) {
        return new CrashWindow(inProgress, inProgress.watermark(), Instant.MAX);
    }

    /** Once both streams have caught up: whatever ends later was watched from its start. */
    CrashWindow endingWith(Instant latest) {
        return until.equals(Instant.MAX) ? new CrashWindow(inProgress, since, latest) : this;
    }

    boolean holds(Session session, long id) {
        return !session.startDate().isBefore(since)
                && !session.endDate().orElse(Instant.MAX).isAfter(until)
                && !inProgress.hasPublished(id);
    }
}
