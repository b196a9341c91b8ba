package io.github.smartia.connect.api;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.nio.support.BasicClientExchangeHandler;

/** Sends each request once, over a connection that it has for itself meanwhile, and brings its answer. */
final class HttpExchanges implements AutoCloseable {

    private final ApiOptions options;
    private final Clock clock;
    private final HttpConnections connections;

    /** Addresses of hosts are looked up on the thread that connects, which may take as long as DNS likes. */
    private final ThreadPoolExecutor starter =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), HttpConnections.threads());

    HttpExchanges(ApiOptions options, int maxConnections, Clock clock, DnsResolver dns) {
        this.options = options;
        this.clock = clock;
        this.connections = new HttpConnections(options, maxConnections, dns);
        starter.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /**
     * Makes a request. The response timeout bounds the whole of it here: that of a connection starts anew with every
     * byte that comes.
     *
     * @return to cancel it gives the request up
     */
    CompletableFuture<Answer> send(ApiCall call) {
        Pending<Answer> answer = new Pending<>();
        answer.orTimeout(options.responseTimeout().toMillis(), TimeUnit.MILLISECONDS);
        Pending<AsyncConnectionEndpoint> place = new Pending<>();
        starter.execute(() -> queue(place, answer));
        place.thenAcceptAsync(endpoint -> connect(endpoint, call, answer), starter)
                .exceptionally(thrown -> fail(answer, thrown));
        return answer;
    }

    private void queue(Pending<AsyncConnectionEndpoint> place, Pending<Answer> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            Future<?> lease = connections.lease(place);
            answer.whenComplete((received, thrown) -> lease.cancel(true));
        } catch (RuntimeException e) {
            place.failed(e);
        }
    }

    private void connect(AsyncConnectionEndpoint endpoint, ApiCall call, Pending<Answer> answer) {
        if (answer.isDone()) {
            connections.discard(endpoint);
            return;
        }
        // Not given up before it has come to an end: nobody would close a connection that is made later.
        CompletableFuture.completedFuture(endpoint)
                .thenCompose(connections::open)
                .thenAccept(open -> exchange(open, call, answer))
                .exceptionally(thrown -> {
                    connections.discard(endpoint);
                    return fail(answer, thrown);
                });
    }

    private void exchange(AsyncConnectionEndpoint endpoint, ApiCall call, Pending<Answer> answer) {
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
                    new BasicClientExchangeHandler<>(call.producer(options), consumer, answer),
                    HttpClientContext.create());
        }
    }

    private static Void fail(Pending<Answer> answer, Throwable thrown) {
        answer.completeExceptionally(ApiFailures.unwrapped(thrown));
        return null;
    }

    @Override
    public void close() {
        starter.shutdownNow();
        connections.close();
    }
}
