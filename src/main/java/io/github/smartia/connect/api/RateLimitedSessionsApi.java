package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps the limits of one API key over all its requests, whoever makes them: so many under way at once, so many a
 * second, evenly spaced; fewer after a 429, none while the API asked for quiet. First come, first served.
 */
public final class RateLimitedSessionsApi implements SessionsApi {

    private final SessionsApi api;
    private final int maxUnderWay;
    private final ScheduledExecutorService timer;
    private final LongSupplier nanoTime;
    private final RequestSlots slots;

    private final Runnable turn = this::sendWhatMayGo;
    private final InFlightRequests outstanding = new InFlightRequests();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final RequestRate rate;
    private int underWay;
    private long notBefore;
    private long lastCut;
    private boolean wakeUpSet;

    /**
     * @param timer wakes the next request; stays the caller's
     * @param nanoTime a clock that only ever goes forward, such as {@link System#nanoTime}
     */
    public RateLimitedSessionsApi(
            SessionsApi api,
            int maxConcurrentRequests,
            double maxRequestsPerSecond,
            ScheduledExecutorService timer,
            LongSupplier nanoTime) {
        this(api, maxConcurrentRequests, maxRequestsPerSecond, timer, nanoTime, RequestSlots.unlimited());
    }

    /** @param slots what this key's requests share with those of other keys */
    public RateLimitedSessionsApi(
            SessionsApi api,
            int maxConcurrentRequests,
            double maxRequestsPerSecond,
            ScheduledExecutorService timer,
            LongSupplier nanoTime,
            RequestSlots slots) {
        this.slots = slots;
        this.api = api;
        this.maxUnderWay = maxConcurrentRequests;
        this.rate = new RequestRate(maxRequestsPerSecond);
        this.timer = timer;
        this.nanoTime = nanoTime;
        this.notBefore = nanoTime.getAsLong();
        this.lastCut = notBefore;
    }

    @Override
    public CompletableFuture<SessionPage> fetch(SessionQuery query) {
        Waiting request = new Waiting(query, new CompletableFuture<>());
        outstanding.add(request.page);
        synchronized (this) {
            waiting.add(request);
        }
        sendWhatMayGo();
        return request.page;
    }

    private void sendWhatMayGo() {
        for (Optional<Waiting> next = next(); next.isPresent(); next = next()) {
            send(next.get());
        }
    }

    private synchronized Optional<Waiting> next() {
        while (!waiting.isEmpty() && waiting.element().page.isDone()) {
            waiting.remove();
        }
        if (waiting.isEmpty() || underWay >= maxUnderWay) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        if (now - notBefore < 0) {
            wakeUpIn(notBefore - now);
            return Optional.empty();
        }
        if (!slots.take(turn)) {
            return Optional.empty();
        }
        underWay++;
        notBefore = now + rate.nanosBetweenRequests();
        return Optional.of(waiting.remove());
    }

    private void wakeUpIn(long nanos) {
        if (!wakeUpSet) {
            wakeUpSet = true;
            timer.schedule(this::wakeUp, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void wakeUp() {
        synchronized (this) {
            wakeUpSet = false;
        }
        sendWhatMayGo();
    }

    private void send(Waiting request) {
        long sentAt = nanoTime.getAsLong();
        CompletableFuture<SessionPage> answer = ask(request.query);
        // Does something only where the page was cancelled: then there is no answer yet.
        request.page.whenComplete((page, thrown) -> answer.cancel(false));
        answer.whenComplete((page, thrown) -> {
            learn(sentAt, thrown);
            if (thrown == null) {
                request.page.complete(page);
            } else {
                request.page.completeExceptionally(ApiFailures.unwrapped(thrown));
            }
            slots.giveBack();
            sendWhatMayGo();
        });
    }

    private CompletableFuture<SessionPage> ask(SessionQuery query) {
        try {
            return api.fetch(query);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private synchronized void learn(long sentAt, Throwable thrown) {
        underWay--;
        if (thrown == null) {
            rate.answered();
        }
        ApiFailures.of(thrown).ifPresent(failure -> {
            failure.retryAfter().ifPresent(this::keepQuietFor);
            if (failure.wantsFewerRequests()) {
                slowDown(sentAt);
            }
        });
    }

    private void slowDown(long sentAt) {
        // Requests that were under way when the rate was cut say nothing of the new rate.
        if (sentAt - lastCut >= 0) {
            rate.refused();
            lastCut = nanoTime.getAsLong();
        }
    }

    private void keepQuietFor(Duration wait) {
        long until = nanoTime.getAsLong() + wait.toNanos();
        notBefore = until - notBefore > 0 ? until : notBefore;
    }

    @Override
    public void close() {
        outstanding.close();
        api.close();
    }

    private record Waiting(SessionQuery query, CompletableFuture<SessionPage> page) {}
}
