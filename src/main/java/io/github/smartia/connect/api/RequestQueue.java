package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
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
    private final RetryLogs logs;
    private final RequestListener listener;
    private final WakeUp wakeUp;
    private final Set<QueuedRequest> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private boolean askedForThread;

    /**
     * @param fetcher makes each request once; closed with the queue
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
            RetryLogs logs,
            RequestListener listener) {
        this.fetcher = fetcher;
        this.schedule = new SendSchedule(limits, nanoTime);
        this.retries = retries;
        this.threads = threads;
        this.logs = logs;
        this.listener = listener;
        this.wakeUp = new WakeUp(this::advance, timer, nanoTime);
    }

    @Override
    public CompletableFuture<SessionPage> fetch(SessionQuery query) {
        QueuedRequest request = schedule.add(query, logs.of(query.status()).request());
        open.add(request);
        request.page.whenComplete((page, thrown) -> ended(request, thrown == null));
        if (closed) {
            request.page.cancel(false);
        }
        advance();
        return request.page;
    }

    private synchronized void ended(QueuedRequest request, boolean served) {
        open.remove(request);
        schedule.remove(request);
        request.log.ended(served);
        if (schedule.nextIn().isEmpty()) {
            wakeUp.cancel();
        }
    }

    /** Asks for a thread where a request may be sent, or to be woken when one may. */
    private void advance() {
        if (needsThread()) {
            threads.submit(this::fetchNext, schedule::hangs);
        }
    }

    private synchronized boolean needsThread() {
        OptionalLong wait = askedForThread ? OptionalLong.empty() : schedule.nextIn();
        if (wait.isEmpty()) {
            return false;
        }
        if (wait.getAsLong() > 0) {
            wakeUp.in(wait.getAsLong());
            return false;
        }
        askedForThread = true;
        return true;
    }

    private void fetchNext() {
        Optional<QueuedRequest> next = next();
        advance();
        next.ifPresent(this::send);
    }

    private synchronized Optional<QueuedRequest> next() {
        askedForThread = false;
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
            schedule.dropped();
            request.page.completeExceptionally(thrown);
        }
    }

    private void failed(QueuedRequest request, ApiException failure) {
        request.failed(failure);
        Optional<Duration> retryIn = schedule.failed(request, failure, retries.delay(request, failure));
        if (retryIn.isPresent()) {
            request.log.retried(failure, retryIn.get());
            listener.retried(request.query.status());
            return;
        }
        if (retries.isExhausted(request)) {
            request.log.givenUp(request.failures);
        }
        request.page.completeExceptionally(failure);
    }

    @Override
    public void close() {
        closed = true;
        schedule.close();
        open.forEach(request -> request.page.cancel(false));
        logs.close();
        fetcher.close();
    }
}
