package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A request of a queue, from the call until its page comes. What is not final is its schedule's. */
final class QueuedRequest {

    final SessionQuery query;
    /** What the caller waits for. */
    final CompletableFuture<SessionPage> page = new CompletableFuture<>();

    boolean inFlight;
    /** In nanoseconds, as all times here. */
    long notBefore;

    long sentAt;
    int failures;
    /** Failures other than 429. */
    int failuresUnthrottled;

    private volatile Optional<CompletableFuture<SessionPage>> attempt = Optional.empty();

    QueuedRequest(SessionQuery query) {
        this.query = query;
        page.whenComplete((read, thrown) -> cancelAttempt());
    }

    /** Is made now; {@code once} is cancelled with it. */
    void attempt(CompletableFuture<SessionPage> once) {
        attempt = Optional.of(once);
        if (page.isDone()) {
            cancelAttempt();
        }
    }

    private void cancelAttempt() {
        attempt.ifPresent(once -> once.cancel(false));
    }

    void failed(ApiException failure) {
        failures++;
        failuresUnthrottled += failure.isThrottled() ? 0 : 1;
    }
}
