package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiFailures;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.nio.support.BasicClientExchangeHandler;

/**
 * Sends each request once, over a connection that it has for itself meanwhile, and brings its answer. Any number of
 * {@link HttpSessionsApi} may share its threads and connections.
 */
public final class HttpExchanges implements AutoCloseable {

    /** One host that DNS is slow with must not keep back all others. */
    private static final int MOST_STARTERS = 3;

    private final ApiOptions options;
    private final Clock clock;
    private final HttpConnections connections;

    /** Addresses of hosts are looked up on the thread that connects, which may take as long as DNS likes. */
    private final ThreadPoolExecutor starter;

    /**
     * For several.
     *
     * @param options any of theirs: all have the same time-outs and transport
     * @param maxConnections how many requests may be under way at once, of all together
     * @param hosts how many hosts they call
     * @param clock for a {@code Retry-After} date in an answer that has no date of its own
     */
    public HttpExchanges(ApiOptions options, int maxConnections, int hosts, Clock clock) {
        this(options, maxConnections, clock, SystemDefaultDnsResolver.INSTANCE, Math.min(hosts, MOST_STARTERS));
    }

    HttpExchanges(ApiOptions options, int maxConnections, Clock clock, DnsResolver dns) {
        this(options, maxConnections, clock, dns, 1);
    }

    private HttpExchanges(ApiOptions options, int maxConnections, Clock clock, DnsResolver dns, int starters) {
        this.options = options;
        this.clock = clock;
        this.starter = new ThreadPoolExecutor(
                starters, starters, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), HttpConnections.threads());
        this.connections = new HttpConnections(options, maxConnections, dns);
        starter.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /**
     * Makes a request. The response timeout bounds the whole of it here: that of a connection starts anew with every
     * byte that comes.
     *
     * @param sender where the call goes, and by which key
     * @return to cancel it gives the request up
     */
    CompletableFuture<RawResponse> send(ApiCall call, ApiOptions sender) {
        Pending<RawResponse> answer = new Pending<>();
        answer.orTimeout(options.responseTimeout().toMillis(), TimeUnit.MILLISECONDS);
        Pending<AsyncConnectionEndpoint> place = new Pending<>();
        starter.execute(() -> queue(sender.url(), place, answer));
        place.thenAcceptAsync(endpoint -> connect(endpoint, call, sender, answer), starter)
                .exceptionally(thrown -> fail(answer, thrown));
        return answer;
    }

    private void queue(URI url, Pending<AsyncConnectionEndpoint> place, Pending<RawResponse> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            Future<?> lease = connections.lease(url, place);
            answer.whenComplete((received, thrown) -> lease.cancel(true));
        } catch (RuntimeException e) {
            place.failed(e);
        }
    }

    private void connect(
            AsyncConnectionEndpoint endpoint, ApiCall call, ApiOptions sender, Pending<RawResponse> answer) {
        if (answer.isDone()) {
            connections.discard(endpoint);
            return;
        }
        // Not given up before it has come to an end: nobody would close a connection that is made later.
        CompletableFuture.completedFuture(endpoint)
                .thenCompose(place -> connections.open(sender.url(), place))
                .thenAccept(open -> exchange(open, call, sender, answer))
                .exceptionally(thrown -> {
                    connections.discard(endpoint);
                    return fail(answer, thrown);
                });
    }

    private void exchange(
            AsyncConnectionEndpoint endpoint, ApiCall call, ApiOptions sender, Pending<RawResponse> answer) {
        AnswerConsumer consumer = new AnswerConsumer(clock);
        answer.whenComplete((received, thrown) -> {
            if (thrown == null) {
                connections.keep(endpoint, consumer.keepAlive());
            } else {
                connections.discard(endpoint);
            }
        });
        if (!answer.isDone()) {
            endpoint.execute(
                    call.toString(),
                    new BasicClientExchangeHandler<>(call.producer(sender), consumer, answer),
                    HttpClientContext.create());
        }
    }

    private static Void fail(Pending<RawResponse> answer, Throwable thrown) {
        answer.completeExceptionally(ApiFailures.unwrapped(thrown));
        return null;
    }

    /** Gives up all requests under way at once, and releases threads and connections. */
    @Override
    public void close() {
        starter.shutdownNow();
        connections.close();
    }
}
