package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiFailures;
import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.api.RequestOutcome;
import io.github.smartia.connect.api.RequestOutcome.Outcome;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Watches one request from now on, and tells a listener how it ended. */
final class RequestWatch {

    private final RequestListener listener;
    private final Status sessions;
    private final long began = System.nanoTime();

    RequestWatch(RequestListener listener, Status sessions) {
        this.listener = listener;
        this.sessions = sessions;
    }

    /**
     * To be called once.
     *
     * @param answer what comes over the wire
     * @param page what that turns out to be; complete only after {@code answer}, unless it is cancelled
     */
    void over(CompletableFuture<RawResponse> answer, CompletableFuture<SessionPage> page) {
        page.whenComplete((read, thrown) -> {
            if (!page.isCancelled()) {
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                listener.ended(new RequestOutcome(sessions, outcome(thrown), took, bytes(answer)));
            }
        });
    }

    private static Outcome outcome(Throwable thrown) {
        if (thrown == null) {
            return Outcome.SERVED;
        }
        return ApiFailures.of(thrown).filter(ApiException::wantsFewerRequests).isPresent()
                ? Outcome.REFUSED
                : Outcome.FAILED;
    }

    private static long bytes(CompletableFuture<RawResponse> answer) {
        Optional<RawResponse> whole = answer.isCompletedExceptionally() ? Optional.empty() : Optional.of(answer.join());
        return whole.map(received -> received.body().length).orElse(0);
    }
}
