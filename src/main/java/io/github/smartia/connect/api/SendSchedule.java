package io.github.smartia.connect.api;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Which request of a key may be sent next, and when. Safe for use by several threads. */
final class SendSchedule {

    private final int maxConcurrent;
    private final LongSupplier nanoTime;
    private final WaitingRequests waiting = new WaitingRequests();
    private final Pace pace;
    /** Failures in a row of each stream whose responses can't be read: the next request is no less patient. */
    private final Map<Status, Integer> unreadable = new EnumMap<>(Status.class);

    private long calls;
    private int inFlight;
    private boolean closed;
    private volatile boolean hangs;

    SendSchedule(RequestLimits limits, LongSupplier nanoTime) {
        this.maxConcurrent = limits.maxConcurrent();
        this.nanoTime = nanoTime;
        this.pace = new Pace(limits.maxPerSecond(), nanoTime.getAsLong());
    }

    /** Nanoseconds until a request may be sent; empty where that does not depend on time. */
    synchronized OptionalLong nextIn() {
        long now = nanoTime.getAsLong();
        OptionalLong due = closed || inFlight >= maxConcurrent ? OptionalLong.empty() : waiting.dueIn(now);
        return due.isPresent() ? OptionalLong.of(Math.max(due.getAsLong(), pace.notBefore() - now)) : due;
    }

    synchronized QueuedRequest add(SessionQuery query, RetryLog.Request log) {
        QueuedRequest request = new QueuedRequest(query, log, calls++, nanoTime.getAsLong());
        request.failures = unreadable.getOrDefault(query.status(), 0);
        waiting.add(request);
        return request;
    }

    synchronized void remove(QueuedRequest request) {
        waiting.remove(request);
    }

    /** The request to send now, if any may be sent. Followed by one of the methods that say how it ended. */
    synchronized Optional<QueuedRequest> next() {
        if (nextIn().orElse(1) > 0) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        pace.sent(now);
        inFlight++;
        Optional<QueuedRequest> next = waiting.take(now);
        next.ifPresent(request -> request.sentAt = now);
        return next;
    }

    synchronized void served(QueuedRequest request) {
        inFlight--;
        unreadable.remove(request.query.status());
        hangs = false;
        pace.served();
    }

    /** The request ended in a way that says nothing of the API. */
    synchronized void dropped() {
        inFlight--;
    }

    /**
     * The request failed.
     *
     * @param retryIn until it is made again; empty where it is not
     * @return the same, or less
     */
    synchronized Optional<Duration> failed(QueuedRequest request, ApiException failure, Optional<Duration> retryIn) {
        inFlight--;
        hangs = failure.status().isEmpty();
        Optional<Duration> wait = failure.isThrottled() ? throttled(request, failure, retryIn) : retryIn;
        if (wait.isPresent() && !request.page.isDone()) {
            request.notBefore = nanoTime.getAsLong() + wait.get().toNanos();
            waiting.add(request);
        }
        if (wait.isEmpty() && failure.kind() == Kind.UNREADABLE) {
            unreadable.put(request.query.status(), request.failures);
        }
        return wait;
    }

    private Optional<Duration> throttled(QueuedRequest request, ApiException failure, Optional<Duration> retryIn) {
        long now = nanoTime.getAsLong();
        pace.throttled(request.sentAt, now);
        Duration longest = pace.longestPause();
        Optional<Duration> pause = failure.retryAfter()
                .or(() -> retryIn.map(backoff -> backoff.compareTo(longest) > 0 ? longest : backoff));
        pause.ifPresent(wait -> pace.pauseUntil(now + wait.toNanos()));
        waiting.returnTurn(request);
        return retryIn.flatMap(retry -> pause);
    }

    /** Whether the latest request to fail or to be served got no response. */
    boolean hangs() {
        return hangs;
    }

    synchronized void close() {
        closed = true;
    }
}
