package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The requests of one API key: sent within its limits, and made again where they fail transiently. A request occupies a
 * thread only while it is in flight. One that is throttled pauses all of them; any other failure delays only its own.
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
     * @param fetcher makes each request once; stays the caller's
     * @param threads on which requests are made; shared with other keys
     * @param timer wakes the queue; stays the caller's
     * @param nanoTime a clock that only goes forward, such as {@link System#nanoTime}
     * @param listener hears of each retry
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
        request.page.whenComplete((page, thrown) -> ended(request, thrown == null));
        if (schedule.add(request)) {
            advance();
        } else {
            request.page.cancel(false);
        }
        return request.page;
    }

    private void ended(QueuedRequest request, boolean served) {
        schedule.remove(request);
        log.ended(request, served);
        advance();
    }

    /** Asks for a thread where a request may be sent, or to be woken when one may. */
    private synchronized void advance() {
        wakeUp.cancel(false);
        OptionalLong wait = awaitsThread ? OptionalLong.empty() : schedule.nextIn();
        if (wait.isEmpty()) {
            return;
        }
        if (wait.getAsLong() > 0) {
            wakeUp = timer.schedule(this::advance, wait.getAsLong(), TimeUnit.NANOSECONDS);
        } else {
            awaitsThread = true;
            threads.submit(this::fetchNext, schedule::hangs);
        }
    }

    private void fetchNext() {
        Optional<QueuedRequest> next = next();
        advance();
        next.ifPresent(this::send);
    }

    private synchronized Optional<QueuedRequest> next() {
        awaitsThread = false;
        return schedule.next();
    }

    private void send(QueuedRequest request) {
        CompletableFuture<SessionPage> attempt = new CompletableFuture<>();
        attempt.whenComplete((page, thrown) -> {
            attempted(request, page, thrown);
            advance();
        });
        request.attempt(attempt);
        try {
            fetcher.fetch(request.query, attempt);
        } catch (Throwable e) {
            // An Error too: the caller waits for the page.
            attempt.completeExceptionally(e);
        }
    }

    private void attempted(QueuedRequest request, SessionPage page, Throwable thrown) {
        if (thrown == null) {
            schedule.served(request);
            request.page.complete(page);
        } else if (thrown instanceof ApiException failure) {
            failed(request, failure);
        } else {
            schedule.remove(request);
            request.page.completeExceptionally(thrown);
        }
    }

    private void failed(QueuedRequest request, ApiException failure) {
        request.failed(failure);
        Optional<Duration> retryIn = schedule.failed(request, failure, retries.retryIn(request, failure));
        if (retryIn.isPresent()) {
            log.retried(request, failure, retryIn.get());
            listener.retried(request.query.status());
            return;
        }
        if (retries.isExhausted(request)) {
            log.exhausted(request);
        }
        request.page.completeExceptionally(failure);
    }

    @Override
    public void close() {
        schedule.close().forEach(request -> request.page.cancel(false));
        log.close();
    }
}
