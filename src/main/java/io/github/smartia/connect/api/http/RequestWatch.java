package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.api.RequestOutcome;
import io.github.smartia.connect.api.RequestOutcome.Outcome;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Measures one request from now on, and reports to a listener how it ended; says nothing of one that is cancelled. */
final class RequestWatch {

    private final long started = System.nanoTime();
    private volatile int bytes;

    /** @param page complete when the request has ended */
    RequestWatch(RequestListener listener, Status sessions, CompletableFuture<SessionPage> page) {
        page.whenComplete((read, thrown) -> {
            if (!page.isCancelled()) {
                Duration took = Duration.ofNanos(System.nanoTime() - started);
                listener.ended(new RequestOutcome(sessions, outcome(thrown), took, bytes));
            }
        });
    }

    /** The response has come whole, whatever it turns out to be. */
    void received(RawResponse response) {
        bytes = response.body().length;
    }

    private static Outcome outcome(Throwable thrown) {
        if (thrown == null) {
            return Outcome.SERVED;
        }
        return thrown instanceof ApiException failure && failure.isThrottled() ? Outcome.THROTTLED : Outcome.FAILED;
    }
}
