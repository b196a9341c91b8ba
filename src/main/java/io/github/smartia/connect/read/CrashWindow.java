package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Session;
import java.time.Instant;

/**
 * The sessions that completed around a crash: the run that crashed may have published them as in progress without its
 * offset being stored, or have closed them in an offset that was stored when the tombstone was not yet. They get one
 * unasked: one too many deletes nothing, one too few leaves a session open for ever.
 *
 * <p>"Reading history must not write tombstones": where this counts, history was read to its end and is remembered as
 * completed, as far as it may come again. What is not remembered was late, however early it ended.
 *
 * @param completed what was published as completed and is remembered
 * @param after the last end of a session of history that is not remembered and may come again
 * @param until the last end of a session before the next run had caught up with both streams
 */
record CrashWindow(StreamState completed, Instant after, Instant until) {

    /** What the next run finds when it goes on with {@code completed}. */
    static CrashWindow openedBy(StreamState completed, Instant after) {
        return new CrashWindow(completed, after, Instant.MAX);
    }

    /** Once both streams have caught up: whatever ends later was watched from its start. */
    CrashWindow endingWith(Instant latest) {
        return until.equals(Instant.MAX) ? new CrashWindow(completed, after, latest) : this;
    }

    /** To be asked before the session counts as published. */
    boolean holds(Session session, long id) {
        Instant end = session.endDate().orElse(Instant.MAX);
        return end.isAfter(after) && !end.isAfter(until) && !completed.hasPublished(id);
    }
}
