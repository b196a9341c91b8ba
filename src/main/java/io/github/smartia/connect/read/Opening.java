package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Session;

/** The in-progress stream's part: opens sessions. */
final class Opening implements LifeCycle {

    private final OpenSessions sessions;
    private final StreamState completed;

    Opening(OpenSessions sessions, StreamState completed) {
        this.sessions = sessions;
        this.completed = completed;
    }

    /** "After its record and never before": the API may still list what it already showed as completed. */
    @Override
    public boolean admits(long id) {
        return !completed.hasPublished(id);
    }

    @Override
    public boolean published(Session session, long id) {
        sessions.open(id);
        return false;
    }

    @Override
    public void sawMalformed() {
        sessions.missedSome();
    }

    @Override
    public Iterable<Long> ids() {
        return sessions.allOpen();
    }

    @Override
    public void caughtUp() {
        sessions.sawAll();
    }

    @Override
    public void idsAreKept() {
        sessions.kept();
    }
}
