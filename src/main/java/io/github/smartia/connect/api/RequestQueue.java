package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Sends the requests of one API key within its limits, and retries those that fail transiently. A request occupies a thread
 * only while in flight. A throttled request pauses all requests of the key; any other failure delays only the request that
 * failed.
 */
public final class RequestQueue implements SessionsApi {

    private final PageFetcher fetcher;
    private final SendSchedule schedule;
    private final RetryPolicy retries;
    private final FetchThreads threads;
    private final ScheduledExecutorService timer;
    private final RetryLog log;
    private final RequestListener listener;
    private Future<?> wakeUp = CompletableFuture.completedFuture(null);
    private boolean awaitsThread;

    /**
     * @param fetcher makes each request once. The caller closes it, as well as {@code threads} and {@code timer}
     * @param nanoTime a monotonic clock, such as {@link System#nanoTime}
     * @param listener is notified of each retry
     */
    public RequestQueue(
            PageFetcher fetcher,
            RequestLimits limits,
            RetryPolicy retries,
            FetchThreads threads,
            ScheduledExecutorService timer,
            LongSupplier nanoTime,
            RetryLog log,
            RequestListener listener) {
        this.fetcher = fetcher;
        this.schedule = new SendSchedule(limits, nanoTime);
        this.retries = retries;
        this.threads = threads;
        this.timer = timer;
        this.log = log;
        this.listener = listener;
    }

    @Override
    public CompletableFuture<SessionPage> fetch(SessionQuery query) {
        QueuedRequest request = new QueuedRequest(query);
        request.page.whenComplete((page, thrown) -> {
            schedule.remove(request);
            log.ended(request, thrown == null);
            advance();
        });
        if (schedule.add(request)) {
            advance();
        } else {
            request.page.cancel(false);
        }
        return request.page;
    }

    /** Requests a thread if a request may be sent now; otherwise, schedules a wake-up for when one may be sent. */
    private synchronized void advance() {
        wakeUp.cancel(false);
        long wait = awaitsThread ? Long.MAX_VALUE : schedule.nextIn();
        if (wait <= 0) {
            awaitsThread = true;
            threads.submit(this::fetchNext, schedule::hangs);
        } else if (wait < Long.MAX_VALUE) {
            wakeUp = timer.schedule(this::advance, wait, TimeUnit.NANOSECONDS);
        }
    }

    private void fetchNext() {
        Optional<QueuedRequest> next = next();
        try {
            advance();
        } finally {
            next.ifPresent(this::send);
        }
    }

    private synchronized Optional<QueuedRequest> next() {
        awaitsThread = false;
        return schedule.next();
    }

    private void send(QueuedRequest request) {
        CompletableFuture<SessionPage> attempt = request.newAttempt();
        attempt.whenComplete((page, thrown) -> {
            orFail(request.page, () -> {
                attempted(request, page, thrown);
                advance();
            });
        });
        orFail(attempt, () -> fetcher.fetch(request.query, attempt));
    }

    /** Completes {@code page} with anything thrown, even an Error, because the caller waits for the page. */
    private static void orFail(CompletableFuture<SessionPage> page, Runnable work) {
        try {
            work.run();
        } catch (Throwable e) {
            page.completeExceptionally(e);
        }
    }

    private void attempted(QueuedRequest request, SessionPage page, Throwable thrown) {
        if (thrown == null) {
            schedule.served(request);
            request.page.complete(page);
        } else if (thrown instanceof ApiException failure) {
            failed(request, failure);
        } else {
            request.page.completeExceptionally(thrown);
        }
    }

    private void failed(QueuedRequest request, ApiException failure) {
        request.failed(failure);
        Optional<Duration> retryIn = schedule.failed(request, failure, retries.retryIn(request, failure));
        if (retryIn.isPresent()) {
            log.retried(request, failure, retryIn.get());
            listener.retried(request.stream());
            return;
        }
        // Plain requests replace one that is not plain, whatever api.max.retries is.
        boolean isExhausted = request.query.isPlain() && failure.isTransient() && retries.isExhausted(request);
        if (isExhausted) {
            log.exhausted(request);
        }
        request.page.completeExceptionally(isExhausted ? failure.asIrreplaceable() : failure);
    }

    @Override
    public void close() {
        schedule.close().forEach(request -> request.page.cancel(false));
        log.close();
    }
}
