package io.github.smartia.connect.api;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.github.smartia.connect.logging.SharedLogThrottle;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/**
 * Makes requests that failed by a passing fault again, as often and as late as set. Passing faults are 408, 429, 5xx,
 * broken connections and time-outs, and answers of status 200 that are cut off, malformed or of an unknown shape.
 */
public final class RetryingSessionsApi implements SessionsApi {

    private final SessionsApi api;
    private final RetrySettings settings;
    private final Backoff backoff;
    private final RetryLogs logs;
    private final RequestListener listener;
    private final ScheduledExecutorService timer;
    private final InFlightRequests outstanding = new InFlightRequests();

    /**
     * @param organisation names the key's owner in warnings
     * @param outage what there is to warn of together with others
     * @param listener hears of each request that is made again
     * @param timer waits between tries; stays the caller's
     */
    public RetryingSessionsApi(
            SessionsApi api,
            RetrySettings settings,
            String organisation,
            SharedLogThrottle outage,
            RequestListener listener,
            ScheduledExecutorService timer,
            RandomGenerator random) {
        this(api, settings, new RetryLogs(organisation, outage), listener, timer, random);
    }

    RetryingSessionsApi(
            SessionsApi api,
            RetrySettings settings,
            RetryLogs logs,
            RequestListener listener,
            ScheduledExecutorService timer,
            RandomGenerator random) {
        this.api = api;
        this.settings = settings;
        this.backoff = new Backoff(settings.backoff(), settings.maxBackoff(), random);
        this.logs = logs;
        this.listener = listener;
        this.timer = timer;
    }

    @Override
    public CompletableFuture<SessionPage> fetch(SessionQuery query) {
        RetryLog.Request log = logs.of(query.status()).request();
        CompletableFuture<SessionPage> page = executor(log, query.status()).getStageAsync(() -> api.fetch(query));
        page.whenComplete((answer, thrown) -> log.ended(thrown == null));
        return outstanding.add(page);
    }

    private FailsafeExecutor<SessionPage> executor(RetryLog.Request log, Status sessions) {
        RetryPolicy<SessionPage> policy = RetryPolicy.<SessionPage>builder()
                .handleIf(RetryingSessionsApi::mayPass)
                .withMaxRetries(settings.maxRetries())
                .withDelayFn(context -> delay(context.getAttemptCount(), context.getLastException()))
                .onRetryScheduled(event -> {
                    log.retried(event.getLastException(), event.getDelay());
                    listener.retried(sessions);
                })
                .onRetriesExceeded(event -> log.givenUp(event.getAttemptCount()))
                .build();
        return Failsafe.with(policy).with(timer);
    }

    private Duration delay(int failures, Throwable last) {
        Optional<Duration> retryAfter = last instanceof ApiException e ? e.retryAfter() : Optional.empty();
        return backoff.delay(failures, retryAfter);
    }

    private static boolean mayPass(Throwable thrown) {
        return thrown instanceof ApiException e && e.mayPass();
    }

    @Override
    public void close() {
        outstanding.close();
        logs.close();
        api.close();
    }
}
