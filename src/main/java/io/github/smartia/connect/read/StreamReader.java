package io.github.smartia.connect.read;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.SessionPage;
import io.github.smartia.connect.api.SessionQuery;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one stream, sweep by sweep. All of it happens on the loop. */
final class StreamReader {

    private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);

    private final Stream stream;
    private final SessionsApi api;
    private final ReadSettings settings;
    private final StreamState state;
    private final LifeCycle lifeCycle;
    private final Loop loop;
    private final Outbox outbox;

    private final Map<Long, CompletableFuture<SessionPage>> underWay = new HashMap<>();
    private long requests;
    private Optional<StreamOffset> delivered;
    private Optional<Sweep> sweep = Optional.empty();
    private Runnable whenDone = () -> {};
    private boolean paused;

    /** @param stored the offset that the state was restored from */
    StreamReader(
            StreamState state,
            LifeCycle lifeCycle,
            Optional<StreamOffset> stored,
            SessionsApi api,
            ReadSettings settings,
            Loop loop,
            Outbox outbox) {
        this.stream = state.stream();
        this.state = state;
        this.lifeCycle = lifeCycle;
        this.delivered = stored;
        this.api = api;
        this.settings = settings;
        this.loop = loop;
        this.outbox = outbox;
    }

    /** Reads from the watermark to the open end, or goes on where it was paused, then calls {@code next}. */
    void sweepOrResume(Runnable next) {
        whenDone = next;
        paused = false;
        if (sweep.isEmpty()) {
            sweep = Optional.of(newSweep());
        }
        readOn();
    }

    private Sweep newSweep() {
        state.startSweep();
        SessionQuery page = SessionQuery.of(stream.status(), stream.dateField(), settings.pageSize());
        // Twice as many as are under way: one slow answer must not idle the others.
        int maxPages = 2 * settings.maxConcurrentRequests() + 1;
        return new Sweep(page, state.watermark(), maxPages, loop::nanoTime);
    }

    /** Hands nothing over and asks for nothing until it is this stream's turn again. */
    void pause() {
        paused = true;
    }

    /** Takes the next steps, as far as there are any now. */
    void readOn() {
        sweep.filter(current -> !paused)
                .ifPresent(current -> step(() -> {
                    deliverFrom(current);
                    if (current.done()) {
                        end();
                    } else {
                        askFor(current);
                    }
                }));
    }

    /** Whatever goes wrong on the loop must reach the task. */
    private void step(Runnable step) {
        try {
            step.run();
        } catch (InconsistentAnswersException e) {
            LOG.warn(
                    "Stream {}: {}. Nothing from that date on is published before this is over; reading begins again"
                            + " there with the next poll.",
                    stream.streamName(),
                    e.getMessage());
            end();
        } catch (RuntimeException e) {
            outbox.fail(e);
        }
    }

    private void end() {
        underWay.values().forEach(request -> request.cancel(true));
        underWay.clear();
        sweep = Optional.empty();
        whenDone.run();
    }

    private void askFor(Sweep current) {
        while (underWay.size() < settings.maxConcurrentRequests()) {
            Optional<Ask> ask = current.nextAsk();
            if (ask.isEmpty()) {
                return;
            }
            send(current, ask.get());
        }
    }

    private void send(Sweep current, Ask ask) {
        CompletableFuture<SessionPage> request = api.fetch(ask.query());
        long number = requests++;
        underWay.put(number, request);
        request.whenCompleteAsync(
                (page, thrown) -> {
                    boolean wanted = underWay.remove(number) != null;
                    if (wanted && thrown != null) {
                        outbox.fail(ApiException.from(thrown));
                    } else if (wanted) {
                        step(() -> current.answered(ask, page));
                        readOn();
                    }
                },
                loop);
    }

    private void deliverFrom(Sweep current) {
        while (outbox.hasRoom()) {
            Optional<Chunk> chunk = current.next();
            if (chunk.isEmpty()) {
                return;
            }
            deliver(chunk.get());
        }
    }

    private void deliver(Chunk chunk) {
        News news = new News();
        for (Dated dated : chunk.entries()) {
            if (dated.entry() instanceof MalformedSession malformed) {
                send(news);
                throw new MalformedSessionException(stream, malformed);
            }
            publish(dated, (Session) dated.entry(), news);
        }
        state.read(chunk, loop.nanoTime());
        send(news);
    }

    private void publish(Dated dated, Session session, News news) {
        Fingerprint fingerprint = state.fingerprint(dated);
        boolean admitted = session.status() == stream.status() && lifeCycle.admits(fingerprint.id());
        if (admitted && state.publish(dated, fingerprint)) {
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
