package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.HttpException;

/** The API over HTTP. */
public final class HttpPageFetcher implements PageFetcher {

    private final ApiOptions options;
    private final HttpConnections connections;
    private final boolean owner;
    private final RequestListener listener;
    private final Clock clock;
    private final UnreadableFieldsLog unreadable;

    private HttpPageFetcher(
            ApiOptions options, HttpConnections connections, boolean owner, RequestListener listener, Clock clock) {
        this.options = options;
        this.connections = connections;
        this.owner = owner;
        this.listener = listener;
        this.clock = clock;
        this.unreadable = new UnreadableFieldsLog(options.organisation());
    }

    /**
     * With connections that it shares with others; they stay the caller's.
     *
     * @param listener hears how each request ended
     * @param clock for a {@code Retry-After} date in a response without a date of its own
     */
    public static HttpPageFetcher sharing(
            HttpConnections connections, ApiOptions options, RequestListener listener, Clock clock) {
        return new HttpPageFetcher(options, connections, false, listener, clock);
    }

    /** With connections of its own, at most {@code connections}, and no listener. */
    public static HttpPageFetcher alone(ApiOptions options, int connections, Clock clock) {
        return owning(new HttpConnections(options, connections), options, clock);
    }

    static HttpPageFetcher owning(HttpConnections connections, ApiOptions options, Clock clock) {
        return new HttpPageFetcher(options, connections, true, RequestListener.NONE, clock);
    }

    @Override
    public void fetch(SessionQuery query, CompletableFuture<SessionPage> page) {
        ApiCall call = ApiCall.of(query, options);
        TransportFailures failure = new TransportFailures(call, options);
        RequestWatch watch = new RequestWatch(listener, query.status(), page);
        Exchange exchange = new Exchange(connections, options, clock);
        CompletableFuture<Void> deadline = new CompletableFuture<Void>()
                .orTimeout(options.responseTimeout().toMillis(), TimeUnit.MILLISECONDS);
        page.whenComplete((read, thrown) -> {
            deadline.complete(null);
            exchange.cancel();
        });
        deadline.exceptionally(late -> {
            page.completeExceptionally(failure.of(late));
            return null;
        });
        try (BodyReader bodies = new BodyReader()) {
            RawResponse response = exchange.run(call, bodies);
            watch.received(response);
            ResponseInterpreter interpreter =
                    new ResponseInterpreter(call, query, options.maxSessionBytes(), unreadable);
            page.complete(interpreter.page(ContentCoding.decoded(response, bodies)));
        } catch (ApiException e) {
            page.completeExceptionally(e);
        } catch (IOException | HttpException e) {
            page.completeExceptionally(failure.of(e));
        }
    }

    @Override
    public void close() {
        if (owner) {
            connections.close();
        }
    }
}
