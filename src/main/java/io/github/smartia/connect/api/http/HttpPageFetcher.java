package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.api.RequestListener.Outcome;
import io.github.smartia.connect.api.RequestListener.RequestOutcome;
import io.github.smartia.connect.api.json.UnexpectedResponseException;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpException;

/** Fetches pages from the API over HTTP. */
public final class HttpPageFetcher implements PageFetcher {

    private final ApiOptions options;
    private final HttpConnections connections;
    private final RequestListener listener;
    private final ResponseInterpreter interpreter;

    /**
     * Creates a fetcher whose connections may be shared with other fetchers.
     *
     * @param listener is notified of how each request ended
     * @param clock used for a {@code Retry-After} date if the response has no {@code Date}
     */
    public HttpPageFetcher(HttpConnections connections, ApiOptions options, RequestListener listener, Clock clock) {
        this.options = options;
        this.connections = connections;
        this.listener = listener;
        this.interpreter = new ResponseInterpreter(options, clock);
    }

    /** Creates a fetcher with at most {@code connections} connections of its own, without a listener. */
    public static HttpPageFetcher alone(ApiOptions options, int connections, Clock clock) {
        return new HttpPageFetcher(new HttpConnections(options, connections), options, RequestListener.NONE, clock);
    }

    @Override
    public void fetch(SessionQuery query, CompletableFuture<SessionPage> page) {
        if (page.isDone()) {
            return;
        }
        ApiCall call = ApiCall.of(query, options);
        HttpUriRequestBase request = call.request(options);
        TransportFailures failures = new TransportFailures(call, options);
        BodyReader bodies = new BodyReader();
        reportEnd(query.status(), bodies, page);
        page.whenComplete((read, thrown) -> request.cancel());
        failAtDeadline(page, failures);
        try (bodies) {
            RawResponse response =
                    connections.execute(request, Optional.ofNullable(call.uri().getRawQuery()), bodies);
            page.complete(interpreter.page(call, response));
        } catch (ApiException e) {
            page.completeExceptionally(e);
        } catch (IOException | HttpException | UnexpectedResponseException e) {
            page.completeExceptionally(failures.of(e));
        }
    }

    /** Reports the end of the request, unless the request is cancelled. */
    private void reportEnd(Status sessions, BodyReader bodies, CompletableFuture<SessionPage> page) {
        long started = System.nanoTime();
        page.whenComplete((read, thrown) -> {
            if (!page.isCancelled()) {
                Duration took = Duration.ofNanos(System.nanoTime() - started);
                listener.ended(new RequestOutcome(sessions, outcome(thrown), took, bodies.received()));
            }
        });
    }

    private static Outcome outcome(Throwable thrown) {
        if (thrown == null) {
            return Outcome.SERVED;
        }
        return thrown instanceof ApiException failure && failure.isThrottled() ? Outcome.THROTTLED : Outcome.FAILED;
    }

    private void failAtDeadline(CompletableFuture<SessionPage> page, TransportFailures failures) {
        CompletableFuture<Void> deadline = new CompletableFuture<>();
        page.whenComplete((read, thrown) -> deadline.complete(null));
        deadline.orTimeout(options.responseTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(late -> {
                    page.completeExceptionally(failures.of(late));
                    return null;
                });
    }

    @Override
    public void close() {
        connections.close();
    }
}
