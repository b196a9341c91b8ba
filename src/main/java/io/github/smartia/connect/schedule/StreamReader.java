package io.github.smartia.connect.schedule;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.paging.NewestPage;
import io.github.smartia.connect.paging.PageRequest;
import io.github.smartia.connect.paging.PageRequest.Kind;
import io.github.smartia.connect.paging.Pass;
import io.github.smartia.connect.paging.Segment;
import io.github.smartia.connect.read.EventLoop;
import io.github.smartia.connect.read.OrganisationContext;
import io.github.smartia.connect.read.StreamPublisher;
import io.github.smartia.connect.read.StreamState;
import io.github.smartia.connect.read.Tombstones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads one stream, poll by poll. A step publishes what the responses so far prove, as long as the batch queue has
 * room, and requests the next pages. It never blocks: the next step runs when a response arrives or when there is room
 * again. Runs on the event loop.
 */
final class StreamReader {

    private final StreamState state;
    private final StreamPublisher publisher;
    private final PollPlan plan;
    private final Tombstones tombstones;
    private final InFlightPages requests;
    private final EventLoop loop;
    private final Duration interval;
    private final InconsistencyLog inconsistencies;
    private final HistoryLog history;
    private final Consumer<RuntimeException> onFailure;

    private Optional<PollPlan.Step> current = Optional.empty();
    private long nextPoll;
    private boolean stopped;

    /** @param onFailure receives the permanent failure of the stream */
    StreamReader(
            OrganisationContext context,
            StreamState state,
            StreamPublisher publisher,
            PollPlan plan,
            Tombstones tombstones,
            InFlightPages requests,
            Consumer<RuntimeException> onFailure) {
        this.state = state;
        this.publisher = publisher;
        this.plan = plan;
        this.tombstones = tombstones;
        this.requests = requests;
        this.loop = context.loop();
        this.interval = context.settings().pollInterval();
        SessionStream stream = state.stream();
        this.inconsistencies = new InconsistencyLog(
                context.partition(stream),
                loop::nanoTime,
                () -> context.listener().inconsistent(stream));
        this.history = new HistoryLog(
                context.partition(stream),
                loop::nanoTime,
                sessions -> context.listener().remaining(stream, sessions));
        this.onFailure = onFailure;
    }

    /** Starts the first poll now, the second after {@code first}, and then one in each poll interval. */
    void start(Duration first) {
        tombstones.start(loop.nanoTime());
        nextPoll = loop.nanoTime() + first.toNanos();
        reportingFailures(this::poll);
    }

    private void poll() {
        plan.startPoll();
        begin(plan.next());
    }

    private void begin(Optional<PollPlan.Step> next) {
        current = next;
        if (state.stream().opensSessions()) {
            tombstones.inProgressPassStarts();
        }
        if (next.isPresent()) {
            step();
        } else {
            inconsistencies.pollDone();
            long wait = Math.max(0, nextPoll - loop.nanoTime());
            nextPoll = Math.max(nextPoll, loop.nanoTime()) + interval.toNanos();
            loop.schedule(() -> reportingFailures(this::poll), Duration.ofNanos(wait));
        }
    }

    /** Runs the next step, if any. */
    void resume() {
        reportingFailures(this::step);
    }

    private void step() {
        if (current.isEmpty()) {
            return;
        }
        PollPlan.Step step = current.get();
        boolean mustRepeat = publishFrom(step);
        if (mustRepeat || step.pass().isDone()) {
            requests.cancel();
            if (!mustRepeat) {
                finish(step);
            }
            begin(plan.next());
        } else {
            request(step.pass());
        }
    }

    private void finish(PollPlan.Step step) {
        step.whenDone().run();
        if (step.sweep().isPresent() || (step.pass() instanceof NewestPage newest && newest.isConnected())) {
            history.caughtUp(state.position());
        }
    }

    /** @return whether the pass must be repeated */
    private boolean publishFrom(PollPlan.Step step) {
        Pass pass = step.pass();
        while (publisher.hasRoom()) {
            Optional<Segment> segment = pass.nextSegment();
            pass.takeInconsistencies().forEach(inconsistencies::inconsistent);
            if (segment.isEmpty()) {
                return false;
            }
            // After any segment but those of an unfinished sweep, the stream is read to its open end.
            boolean caughtUp = step.sweep().isEmpty() || segment.get().isLast();
            StreamPublisher.Published published = publisher.publish(segment.get(), caughtUp);
            plan.published(published.sessions());
            if (published.isContradicted()) {
                inconsistencies.inconsistent("responses contradict each other: each lacks sessions that others show");
            }
            step.sweep().ifPresent(sweep -> history.read(published.sessions(), sweep.remaining(), state.position()));
            if (published.needsConfirmation() && step.sweep().isPresent()) {
                plan.repeatSweep();
                return true;
            }
        }
        return false;
    }

    private void request(Pass pass) {
        while (requests.mayRequest()) {
            Optional<PageRequest> next = pass.nextRequest();
            if (next.isEmpty()) {
                return;
            }
            PageRequest request = next.get();
            plan.requested();
            requests.request(
                    request.query(),
                    page -> reportingFailures(() -> received(pass, request, page)),
                    () -> reportingFailures(() -> {
                        pass.unavailable(request);
                        step();
                    }));
        }
    }

    private void received(Pass pass, PageRequest request, SessionPage page) {
        DateField field = request.query().dateField();
        List<Instant> dates = page.entries().stream()
                .flatMap(entry -> entry.date(field).stream())
                .toList();
        state.observed(dates, page.servedAt().orElseGet(loop::maxApiTime));
        if (request.kind() == Kind.NEWEST && state.position().isEmpty()) {
            tombstones.newestReceived(state.stream(), loop.nanoTime());
        }
        pass.received(request, page);
        step();
    }

    /** Stops the stream permanently. */
    void stop() {
        stopped = true;
        plan.endSweep();
        requests.cancel();
        current = Optional.empty();
    }

    /** Reports everything that a step throws. The loop would drop it, and the task would keep running without reading. */
    private void reportingFailures(Runnable step) {
        if (stopped) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException e) {
            onFailure.accept(e);
        } catch (Error e) {
            onFailure.accept(new IllegalStateException("reading failed unexpectedly: " + e, e));
        }
    }
}
