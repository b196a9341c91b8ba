package io.github.smartia.connect.api;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.Random;

/** Queues in virtual time. */
final class TestQueue {

    static final SessionQuery COMPLETED = SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 100);
    static final SessionQuery IN_PROGRESS = SessionQuery.of(Status.IN_PROGRESS, DateField.START_DATE, 100);

    private static final int MANY_THREADS = 100;

    private TestQueue() {}

    static RequestQueue retryingForever(PageFetcher api, RequestLimits limits, VirtualTime time) {
        return of(api, limits, -1, time, new OutageLog().of("some-school"), RequestListener.NONE);
    }

    static RequestQueue of(
            PageFetcher api,
            RequestLimits limits,
            int maxRetries,
            VirtualTime time,
            RetryLog log,
            RequestListener listener) {
        return of(api, limits, maxRetries, time, log, listener, new FetchThreads(MANY_THREADS, () -> true, time));
    }

    /** Without a limit of the rate. */
    static RequestQueue on(FetchThreads threads, PageFetcher api, VirtualTime time) {
        RequestLimits limits = new RequestLimits(4, Double.MAX_VALUE);
        return of(api, limits, -1, time, new OutageLog().of("some-school"), RequestListener.NONE, threads);
    }

    private static RequestQueue of(
            PageFetcher api,
            RequestLimits limits,
            int maxRetries,
            VirtualTime time,
            RetryLog log,
            RequestListener listener,
            FetchThreads threads) {
        RetryPolicy retries = new RetryPolicy(maxRetries, Duration.ofSeconds(1), Duration.ofSeconds(60), new Random(1));
        return new RequestQueue(api, limits, retries, threads, time, time::nanoTime, log, listener);
    }
}
