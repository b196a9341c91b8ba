package io.github.smartia.connect.api;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Which request of a key may be sent next, and when. Streams take turns; within a stream the oldest that is due goes
 * first, so one that failed keeps its place. Safe for use by several threads.
 */
final class SendSchedule {

    private final int maxConcurrent;
    private final LongSupplier nanoTime;
    private final RequestRate rate;
    /** Waiting or in flight, in the order of the calls. */
    private final List<QueuedRequest> requests = new ArrayList<>();
    /** Failures in a row of each stream whose responses can't be read: the next request is no less patient. */
    private final Map<Status, Integer> unreadable = new EnumMap<>(Status.class);

    private Status turn = Status.COMPLETED;
    private boolean closed;
    private volatile boolean hangs;

    SendSchedule(RequestLimits limits, LongSupplier nanoTime) {
        this.maxConcurrent = limits.maxConcurrent();
        this.nanoTime = nanoTime;
        this.rate = new RequestRate(limits.maxPerSecond(), nanoTime.getAsLong());
    }

    /** Whether the request is accepted: none is after {@link #close}. */
    synchronized boolean add(QueuedRequest request) {
        request.notBefore = nanoTime.getAsLong();
        request.failures = unreadable.getOrDefault(request.query.status(), 0);
        return !closed && requests.add(request);
    }

    /** The request has ended, or its attempt has in a way that says nothing of the API. */
    synchronized void remove(QueuedRequest request) {
        requests.remove(request);
    }

    /** Nanoseconds until a request may be sent; empty where that does not depend on time. */
    synchronized OptionalLong nextIn() {
        long now = nanoTime.getAsLong();
        if (closed || requests.stream().filter(request -> request.inFlight).count() >= maxConcurrent) {
            return OptionalLong.empty();
        }
        return waiting()
                .mapToLong(request -> Math.max(request.notBefore - now, rate.notBefore() - now))
                .min();
    }

    private Stream<QueuedRequest> waiting() {
        return requests.stream().filter(request -> !request.inFlight);
    }

    /** The request to send now, if any may be sent. Followed by one of the methods that say how it ended. */
    synchronized Optional<QueuedRequest> next() {
        long now = nanoTime.getAsLong();
        if (nextIn().orElse(1) > 0) {
            return Optional.empty();
        }
        Optional<QueuedRequest> next = waiting()
                .filter(request -> request.notBefore - now <= 0)
                .min(Comparator.comparing(request -> request.query.status() != turn));
        next.ifPresent(request -> {
            rate.sent(now);
            request.sentAt = now;
            request.inFlight = true;
            turn = other(request.query.status());
        });
        return next;
    }

    private static Status other(Status stream) {
        return switch (stream) {
            case COMPLETED -> Status.IN_PROGRESS;
            case IN_PROGRESS -> Status.COMPLETED;
        };
    }

    synchronized void served(QueuedRequest request) {
        requests.remove(request);
        unreadable.remove(request.query.status());
        hangs = false;
        rate.served();
    }

    /**
     * The request failed.
     *
     * @param retryIn until it is made again; empty where it is not
     * @return the same, or less
     */
    synchronized Optional<Duration> failed(QueuedRequest request, ApiException failure, Optional<Duration> retryIn) {
        hangs = failure.status().isEmpty();
        Optional<Duration> wait = failure.isThrottled() ? throttled(request, failure, retryIn) : retryIn;
        request.inFlight = false;
        request.notBefore = nanoTime.getAsLong() + wait.orElse(Duration.ZERO).toNanos();
        if (wait.isEmpty()) {
            requests.remove(request);
            rememberUnreadable(request, failure);
        }
        return wait;
    }

    private Optional<Duration> throttled(QueuedRequest request, ApiException failure, Optional<Duration> retryIn) {
        long now = nanoTime.getAsLong();
        rate.throttled(request.sentAt, now);
        Duration longest = rate.longestPause();
        Optional<Duration> pause = failure.retryAfter()
                .or(() -> retryIn.map(backoff -> backoff.compareTo(longest) > 0 ? longest : backoff));
        pause.ifPresent(wait -> rate.pauseUntil(now + wait.toNanos()));
        turn = request.query.status();
        return retryIn.flatMap(retry -> pause);
    }

    private void rememberUnreadable(QueuedRequest request, ApiException failure) {
        if (failure.kind() == Kind.UNREADABLE) {
            unreadable.put(request.query.status(), request.failures);
        }
    }

    /** Whether the latest request to fail or to be served got no response. */
    boolean hangs() {
        return hangs;
    }

    /** Sends no more; the requests that have not ended. */
    synchronized List<QueuedRequest> close() {
        closed = true;
        return List.copyOf(requests);
    }
}
