package io.github.smartia.connect.read;

import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what is new or changed in what was read of one stream, and hands it over. All of it happens on the loop. */
final class StreamPublisher {

    private final Stream stream;
    private final StreamState state;
    private final LifeCycle lifeCycle;
    private final Outbox outbox;
    private Optional<StreamOffset> delivered;

    /** @param stored the offset that the state was restored from */
    StreamPublisher(StreamState state, LifeCycle lifeCycle, Optional<StreamOffset> stored, Outbox outbox) {
        this.stream = state.stream();
        this.state = state;
        this.lifeCycle = lifeCycle;
        this.delivered = stored;
        this.outbox = outbox;
    }

    boolean hasRoom() {
        return outbox.hasRoom();
    }

    /**
     * Hands over what is news in a piece.
     *
     * @param now in nanoseconds of the loop's clock
     * @return whether there was any
     * @throws MalformedSessionException if it holds what is no session; what comes before was handed over
     */
    boolean publish(Chunk chunk, long now) {
        News news = new News();
        for (Dated dated : chunk.entries()) {
            if (dated.entry() instanceof MalformedSession malformed) {
                send(news);
                throw new MalformedSessionException(stream, malformed);
            }
            Session session = (Session) dated.entry();
            if (belongsHere(session)) {
                publish(dated, session, news);
            }
        }
        state.read(chunk, now);
        send(news);
        return !news.sessions.isEmpty();
    }

    /** The stream was read to its open end. */
    void caughtUp() {
        lifeCycle.caughtUp();
    }

    /** Whether an entry, if it were read now, would be handed over. */
    boolean isNews(Dated dated) {
        return !(dated.entry() instanceof Session session)
                || (belongsHere(session) && isNews(state.fingerprint(dated)));
    }

    private boolean belongsHere(Session session) {
        return session.status() == stream.status();
    }

    private boolean isNews(Fingerprint fingerprint) {
        return lifeCycle.admits(fingerprint.id()) && !state.recognises(fingerprint);
    }

    private void publish(Dated dated, Session session, News news) {
        Fingerprint fingerprint = state.fingerprint(dated);
        if (isNews(fingerprint)) {
            state.published(dated.position(), fingerprint);
            news.sessions.add(session);
            if (lifeCycle.published(session, fingerprint.id())) {
                news.closing.add(session.sessionId());
            }
        }
    }

    private void send(News news) {
        if (!news.sessions.isEmpty()) {
            StreamOffset after = state.offset(lifeCycle.ids()).orElseThrow();
            lifeCycle.idsAreKept();
            outbox.add(new Delivery(stream, news.sessions, news.closing, delivered, after));
            delivered = Optional.of(after);
        }
    }

    /** What a piece brought. */
    private static final class News {
        private final List<Session> sessions = new ArrayList<>();
        private final Set<String> closing = new HashSet<>();
    }
}
