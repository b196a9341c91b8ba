package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.InFlightRequests;
import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.core5.http.HttpException;

/** The API over HTTP. Each request is made once; requests and answers are handled by a few threads. */
public final class HttpSessionsApi implements SessionsApi {

    private final ApiOptions options;
    private final HttpExchanges exchanges;
    private final boolean shares;
    private final RequestListener listener;
    private final UnreadableFieldsLog unreadable;
    private final InFlightRequests outstanding = new InFlightRequests();

    /**
     * With threads and connections of its own, and nobody who listens.
     *
     * @param maxConnections how many requests may be under way at once
     * @param clock for a {@code Retry-After} date in an answer that has no date of its own
     */
    public HttpSessionsApi(ApiOptions options, int maxConnections, Clock clock) {
        this(options, maxConnections, clock, SystemDefaultDnsResolver.INSTANCE);
    }

    HttpSessionsApi(ApiOptions options, int maxConnections, Clock clock, DnsResolver dns) {
        this(options, new HttpExchanges(options, maxConnections, clock, dns), false, RequestListener.NONE);
    }

    /**
     * With threads and connections that it shares with others; they stay the caller's.
     *
     * @param listener hears how each request ended
     */
    public HttpSessionsApi(ApiOptions options, HttpExchanges exchanges, RequestListener listener) {
        this(options, exchanges, true, listener);
    }

    private HttpSessionsApi(ApiOptions options, HttpExchanges exchanges, boolean shares, RequestListener listener) {
        this.options = options;
        this.exchanges = exchanges;
        this.shares = shares;
        this.listener = listener;
        this.unreadable = new UnreadableFieldsLog(options.organisation());
    }

    @Override
    public CompletableFuture<SessionPage> fetch(SessionQuery query) {
        if (outstanding.isClosed()) {
            // Cancelled on its way, a request would take a connection with it that others share.
            return outstanding.add(new CompletableFuture<>());
        }
        ApiCall call = ApiCall.of(query, options);
        ResponseInterpreter reader = new ResponseInterpreter(call, query, options.maxSessionBytes(), unreadable);
        TransportFailures failure = new TransportFailures(call, options);
        RequestWatch watch = new RequestWatch(listener, query.status());
        CompletableFuture<RawResponse> answer = exchanges.send(call, options);
        CompletableFuture<SessionPage> page = answer.handle((received, thrown) -> {
            if (thrown != null) {
                throw failure.of(thrown);
            }
            try {
                return reader.page(ContentCoding.decoded(received));
            } catch (HttpException | IOException e) {
                throw failure.of(e);
            }
        });
        watch.over(answer, page);
        // Does something only where the page was cancelled: then there is no answer yet.
        page.whenComplete((read, thrown) -> answer.cancel(false));
        return outstanding.add(page);
    }

    @Override
    public void close() {
        outstanding.close();
        if (!shares) {
            exchanges.close();
        }
    }
}
