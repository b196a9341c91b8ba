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
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Which request of a key may be sent next, and when. Streams take turns. Within a stream, the oldest request that is due
 * goes first, so a failed request keeps its place. Thread-safe.
 */
final class SendSchedule {

    private final int maxConcurrent;
    private final LongSupplier nanoTime;
    private final RequestRate rate;
    /** The requests that are waiting or in flight, in the order of the calls. */
    private final List<QueuedRequest> requests = new ArrayList<>();
    /**
     * Failures in a row of each stream whose responses can't be read. The next request of the stream starts with this
     * failure count, so that its pauses are as long.
     */
    private final Map<Status, Integer> unreadable = new EnumMap<>(Status.class);

    private Status turn = Status.COMPLETED;
    private boolean closed;
    private volatile boolean hangs;

    SendSchedule(RequestLimits limits, LongSupplier nanoTime) {
        this.maxConcurrent = limits.maxConcurrent();
        this.nanoTime = nanoTime;
        this.rate = new RequestRate(limits.maxPerSecond(), nanoTime.getAsLong());
    }

    /** Adds the request and returns true; returns false after {@link #close}. */
    synchronized boolean add(QueuedRequest request) {
        request.notBefore = nanoTime.getAsLong();
        request.failures = unreadable.getOrDefault(request.stream(), 0);
        return !closed && requests.add(request);
    }

    synchronized void remove(QueuedRequest request) {
        requests.remove(request);
    }

    /** Nanoseconds until a request may be sent; {@link Long#MAX_VALUE} if that does not depend on time. */
    synchronized long nextIn() {
        long now = nanoTime.getAsLong();
        if (closed || requests.size() - waiting().count() >= maxConcurrent) {
            return Long.MAX_VALUE;
        }
        return waiting()
                .mapToLong(request -> Math.max(request.notBefore - now, rate.notBefore() - now))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private Stream<QueuedRequest> waiting() {
        return requests.stream().filter(request -> !request.inFlight);
    }

    /** Returns the request to send now, if one may be sent. The caller must then report how the request ended. */
    synchronized Optional<QueuedRequest> next() {
        long now = nanoTime.getAsLong();
        if (nextIn() > 0) {
            return Optional.empty();
        }
        Optional<QueuedRequest> next = waiting()
                .filter(request -> request.notBefore - now <= 0)
                .min(Comparator.comparing(request -> request.stream() != turn));
        next.ifPresent(request -> {
            rate.sent(now);
            request.sentAt = now;
            request.inFlight = true;
            turn = other(request.stream());
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
        unreadable.remove(request.stream());
        hangs = false;
        rate.served();
    }

    /**
     * The request failed. If it may not be retried, it stays in flight until it is removed.
     *
     * @param retryIn the wait before the retry; empty if the request is not retried
     * @return the wait that applies, which may be shorter
     */
    synchronized Optional<Duration> failed(QueuedRequest request, ApiException failure, Optional<Duration> retryIn) {
        long now = nanoTime.getAsLong();
        hangs = failure.status().isEmpty();
        Optional<Duration> wait = failure.isThrottled() ? throttled(request, failure, retryIn, now) : retryIn;
        if (wait.isPresent()) {
            request.inFlight = false;
            request.notBefore = now + wait.get().toNanos();
        } else if (failure.kind() == Kind.UNREADABLE) {
            unreadable.put(request.stream(), request.failures);
        }
        return wait;
    }

    /**
     * Pauses the whole key for as long as the API requests. If it requests no wait, the pause is at most the time of a few
     * requests.
     */
    private Optional<Duration> throttled(
            QueuedRequest request, ApiException failure, Optional<Duration> retryIn, long now) {
        rate.throttled(request.sentAt, now);
        turn = request.stream();
        Optional<Duration> pause = failure.retryAfter().isPresent() ? retryIn : retryIn.map(rate::shortened);
        pause.ifPresent(wait -> rate.pauseUntil(now + wait.toNanos()));
        return pause;
    }

    /** Whether the latest request that failed or was served got no response. */
    boolean hangs() {
        return hangs;
    }

    /** Stops sending. Returns the requests that have not ended. */
    synchronized List<QueuedRequest> close() {
        closed = true;
        return List.copyOf(requests);
    }
}
