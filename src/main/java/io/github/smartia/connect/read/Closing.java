package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.Session;
import java.time.Instant;
import java.util.Optional;

/** The completed stream's part: closes sessions. */
final class Closing implements LifeCycle {

    private final OpenSessions sessions;
    private final StreamState completed;
    private Optional<CrashWindow> doubt;

    /** @param doubt which sessions an earlier run may have opened without a trace */
    Closing(OpenSessions sessions, StreamState completed, Optional<CrashWindow> doubt) {
        this.sessions = sessions;
        this.completed = completed;
        this.doubt = doubt;
    }

    @Override
    public boolean published(Session session, long id) {
        boolean wasOpen = sessions.close(id);
        return wasOpen || doubt.filter(window -> window.holds(session, id)).isPresent();
    }

    @Override
    public Iterable<Long> ids() {
        return sessions.closedSince();
    }

    /**
     * What was open all along is no longer in doubt once the other stream has seen it. What it saw malformed may have
     * been published when it was sound, and may complete at any time.
     */
    @Override
    public void caughtUp() {
        if (!sessions.allSeen()) {
            return;
        }
        completed.hasCaughtUp();
        if (sessions.missedNone()) {
            Instant latest = completed.position().map(Position::date).orElse(Instant.MIN);
            doubt = doubt.map(window -> window.endingWith(latest));
        }
    }
}
