package io.github.smartia.connect.read;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.paging.PageRequest;
import io.github.smartia.connect.paging.Segment;
import io.github.smartia.connect.paging.Sweep;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one stream, sweep by sweep. All of it happens on the loop. */
final class StreamReader {

    private final StreamState state;
    private final StreamPublisher publisher;
    private final ReadSettings settings;
    private final Loop loop;
    private final InconsistencyLog inconsistencies;
    private final HistoryLog history;
    private final Requests requests;
    private final Consumer<RuntimeException> onFailure;
    private final SessionQuery page;
    private final Probing probing;

    private Optional<Sweep> sweep = Optional.empty();
    private Runnable whenDone = () -> {};
    private Optional<Runnable> wayOut = Optional.empty();
    private boolean news;
    private boolean paused;

    /** @param onFailure takes what reading ends with for good */
    StreamReader(
            StreamState state,
            StreamPublisher publisher,
            SessionsApi api,
            ReadSettings settings,
            Loop loop,
            InconsistencyLog inconsistencies,
            HistoryLog history,
            Consumer<RuntimeException> onFailure) {
        this.state = state;
        this.publisher = publisher;
        this.settings = settings;
        this.loop = loop;
        this.inconsistencies = inconsistencies;
        this.history = history;
        this.onFailure = onFailure;
        this.requests = new Requests(api, settings.maxConcurrentRequests(), loop, onFailure);
        this.page = SessionQuery.of(state.stream().status(), state.stream().dateField(), settings.pageSize());
        this.probing = new Probing(page, state, publisher);
    }

    /**
     * Reads what is new up to the open end, or goes on where it was paused, then calls {@code next}. Calls it at once as
     * long as requests from before {@link #leave} are under way.
     */
    void sweepOrResume(Runnable next) {
        whenDone = next;
        paused = false;
        wayOut = Optional.empty();
        if (requests.waitForNothing()) {
            next.run();
        } else if (sweep.isPresent()) {
            readOn();
        } else if (!probing.isUnderWay()) {
            step(probing.isPossible() ? this::probe : this::sweep);
        }
    }

    /** Whether the API has answered nothing for this long, though it was asked. */
    boolean isUnansweredFor(Duration patience) {
        return requests.goUnansweredFor(patience);
    }

    /** Ends the sweep where it is: the next begins anew. */
    void leave() {
        requests.disregardAnswers();
        probing.disregardAnswer();
        sweep = Optional.empty();
        whenDone.run();
    }

    /** Ends reading for good. */
    void stop() {
        requests.giveUp();
        sweep = Optional.empty();
    }

    private void probe() {
        send(probing.query(), answer -> goOnAfterProbe(probing.isIdle(answer)), () -> {
            probing.refused();
            goOnAfterProbe(false);
        });
    }

    private void goOnAfterProbe(boolean idle) {
        if (!paused) {
            endOrSweep(idle);
        }
    }

    private void endOrSweep(boolean idle) {
        if (idle) {
            whenDone.run();
        } else {
            sweep();
        }
    }

    private void send(SessionQuery query, Consumer<SessionPage> onAnswer, Runnable onRefused) {
        requests.send(
                query,
                answer -> step(() -> {
                    answer.servedAt()
                            .ifPresentOrElse(state::clockShows, () -> state.clockIsHidden(loop.latestApiTime()));
                    onAnswer.accept(answer);
                }),
                () -> step(onRefused));
    }

    private void sweep() {
        news = false;
        state.startSweep();
        // Twice as many as are under way: one slow answer must not idle the others.
        int maxPages = 2 * settings.maxConcurrentRequests() + 1;
        sweep = Optional.of(new Sweep(page, state.watermark(), maxPages, loop::nanoTime));
        readOn();
    }

    /** Hands nothing over and asks for nothing until it is this stream's turn again. What was asked for still counts. */
    void pause() {
        paused = true;
    }

    /**
     * Asks for no more than it takes to hand over what was asked for, then calls {@code whenEmpty}; unless the sweep
     * comes to its end with that, or is left.
     */
    void windDown(Runnable whenEmpty) {
        wayOut = Optional.of(whenEmpty);
        readOn();
    }

    /** What was read ahead will be read again. */
    void forgetPagesAhead() {
        if (sweep.filter(current -> !current.holdsNothing()).isPresent()) {
            requests.giveUp();
            sweep = Optional.empty();
        }
    }

    /** Takes the next steps, as far as there are any now. */
    void readOn() {
        sweep.filter(current -> !paused)
                .ifPresent(current -> step(() -> {
                    publishFrom(current);
                    if (current.done()) {
                        caughtUpBy(current);
                        end();
                    } else if (wayOut.isPresent() && current.holdsNothing()) {
                        goOut(wayOut.get());
                    } else {
                        askFor(current);
                    }
                }));
    }

    private void goOut(Runnable door) {
        wayOut = Optional.empty();
        pause();
        requests.giveUp();
        door.run();
    }

    private void caughtUpBy(Sweep current) {
        current.takePassedOver().forEach(inconsistencies::passedOver);
        inconsistencies.readToTheEnd();
        history.caughtUp();
        probing.swept(current, news);
    }

    private void publishFrom(Sweep current) {
        while (publisher.hasRoom()) {
            Optional<Segment> chunk = current.next();
            if (chunk.isEmpty()) {
                current.takePassedOver().forEach(inconsistencies::passedOver);
                return;
            }
            news |= publisher.publish(chunk.get(), loop.nanoTime());
            history.read(chunk.get().entries().size(), current.remaining(), state.position());
        }
    }

    private void askFor(Sweep current) {
        while (requests.mayGo()) {
            Optional<PageRequest> ask = wayOut.isPresent() ? current.nextRequestToFinish() : current.nextRequest();
            if (ask.isEmpty()) {
                return;
            }
            send(
                    ask.get().query(),
                    answer -> {
                        current.received(ask.get(), answer);
                        readOn();
                    },
                    () -> {
                        current.refused(ask.get());
                        readOn();
                    });
        }
    }

    private void end() {
        requests.giveUp();
        sweep = Optional.empty();
        whenDone.run();
    }

    /** Whatever goes wrong on the loop must reach the task. */
    private void step(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            onFailure.accept(e);
        } catch (Error e) {
            // The loop would drop it, and the task run on without reading.
            onFailure.accept(new IllegalStateException("reading broke down: " + e, e));
        }
    }
}
