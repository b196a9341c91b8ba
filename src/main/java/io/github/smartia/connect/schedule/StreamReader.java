package io.github.smartia.connect.schedule;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.paging.NewestPage;
import io.github.smartia.connect.paging.PageRequest;
import io.github.smartia.connect.paging.PageRequest.Kind;
import io.github.smartia.connect.paging.Pass;
import io.github.smartia.connect.paging.Segment;
import io.github.smartia.connect.paging.Sweep;
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
 * Reads one stream, poll by poll. A step publishes what the responses so far prove, as far as the batch queue has room, and
 * requests what is needed next. It never blocks: the next step comes with the next response, or when there is room again. All
 * of it happens on the event loop.
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

    /** @param onFailure takes what reading ends with for good */
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

    /** Begins the first poll now, the second after {@code first}, and from then on one with each interval. */
    void start(Duration first) {
        tombstones.start(loop.nanoTime());
        nextPoll = loop.nanoTime() + first.toNanos();
        guarded(this::poll);
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
            inconsistencies.readToTheEnd();
            long wait = Math.max(0, nextPoll - loop.nanoTime());
            nextPoll = Math.max(nextPoll, loop.nanoTime()) + interval.toNanos();
            loop.schedule(() -> guarded(this::poll), Duration.ofNanos(wait));
        }
    }

    /** Takes the next steps, as far as there are any now. */
    void resume() {
        guarded(this::step);
    }

    private void step() {
        if (current.isEmpty()) {
            return;
        }
        PollPlan.Step step = current.get();
        boolean again = publishFrom(step.pass());
        if (again || step.pass().isDone()) {
            requests.cancel();
            if (!again) {
                finish(step);
            }
            begin(plan.next());
        } else {
            request(step.pass());
        }
    }

    private void finish(PollPlan.Step step) {
        step.whenDone().run();
        boolean caughtUp =
                step.pass() instanceof Sweep || (step.pass() instanceof NewestPage newest && newest.isConnected());
        if (caughtUp) {
            history.caughtUp(state.position());
        }
    }

    /** @return whether the pass must be made again */
    private boolean publishFrom(Pass pass) {
        while (publisher.hasRoom()) {
            Optional<Segment> segment = pass.nextSegment();
            pass.takeInconsistencies().forEach(inconsistencies::passedOver);
            if (segment.isEmpty()) {
                return false;
            }
            StreamPublisher.Published published = publisher.publish(segment.get(), isAtTheEnd(pass, segment.get()));
            plan.published(published.sessions());
            if (pass instanceof Sweep sweep) {
                history.read(published.sessions(), sweep.remaining(), state.position());
            }
            if (published.needsConfirmation()) {
                plan.inDoubt(pass);
                if (pass instanceof Sweep) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Only a sweep reads what lies before others that were not read yet. */
    private static boolean isAtTheEnd(Pass pass, Segment segment) {
        return !(pass instanceof Sweep) || segment.isLast();
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
                    page -> guarded(() -> received(pass, request, page)),
                    () -> guarded(() -> refused(pass, request)));
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

    private void refused(Pass pass, PageRequest request) {
        pass.unavailable(request);
        step();
    }

    /** Ends reading for good. */
    void stop() {
        stopped = true;
        plan.endSweep();
        requests.cancel();
        current = Optional.empty();
    }

    /** Whatever goes wrong must reach the task: the loop would drop it, and the task run on without reading. */
    private void guarded(Runnable step) {
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
