package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.util.concurrent.CompletableFuture;

/**
 * A request in a queue, from the call until its future completes. {@link SendSchedule} guards the times and
 * {@code inFlight}. Only one attempt at a time changes the failure counts.
 */
final class QueuedRequest {

    final SessionQuery query;
    /** The future that the caller waits for. */
    final CompletableFuture<SessionPage> page = new CompletableFuture<>();

    boolean inFlight;
    /** In nanoseconds, like all times in this class. */
    long notBefore;

    long sentAt;
    int failures;
    /** Failures other than 429. */
    int failuresUnthrottled;

    private volatile CompletableFuture<SessionPage> attempt = new CompletableFuture<>();

    QueuedRequest(SessionQuery query) {
        this.query = query;
        page.whenComplete((read, thrown) -> attempt.cancel(false));
    }

    Status stream() {
        return query.status();
    }

    /** Returns the future of a new attempt, which is cancelled with the request. */
    CompletableFuture<SessionPage> newAttempt() {
        CompletableFuture<SessionPage> next = new CompletableFuture<>();
        attempt = next;
        if (page.isDone()) {
            next.cancel(false);
        }
        return next;
    }

    void failed(ApiException failure) {
        failures++;
        failuresUnthrottled += failure.isThrottled() ? 0 : 1;
    }
}
