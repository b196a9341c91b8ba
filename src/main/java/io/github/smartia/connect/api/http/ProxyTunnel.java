package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiFailures;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicClientExchangeHandler;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;

/** Makes a connection to a proxy one to the API, which the proxy can't look into. */
final class ProxyTunnel {

    private final Proxy proxy;
    private final HttpRoute route;
    private final AsyncClientConnectionManager pool;

    ProxyTunnel(Proxy proxy, HttpRoute route, AsyncClientConnectionManager pool) {
        this.proxy = proxy;
        this.route = route;
        this.pool = pool;
    }

    /**
     * The connection to the proxy, once it has become one to the API.
     *
     * @param patience for the proxy's answer and the TLS handshake; what fails on the way to the API's own handshake
     *     fails as a {@link ProxyException}
     */
    CompletableFuture<AsyncConnectionEndpoint> dug(
            CompletableFuture<AsyncConnectionEndpoint> connected, Duration patience) {
        return connected
                .thenCompose(endpoint -> ask(endpoint).orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS))
                .exceptionally(thrown -> {
                    throw new CompletionException(ProxyException.of(ApiFailures.unwrapped(thrown), proxy, patience));
                })
                .thenCombine(connected, this::secured)
                .thenCompose(secured -> secured.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    private Pending<RawResponse> ask(AsyncConnectionEndpoint endpoint) {
        BasicHttpRequest request = new BasicHttpRequest(
                Method.CONNECT, route.getTargetHost(), route.getTargetHost().toHostString());
        proxy.authorisation().ifPresent(request::setHeader);
        Pending<RawResponse> answer = new Pending<>();
        endpoint.execute(
                "CONNECT",
                new BasicClientExchangeHandler<>(
                        new BasicRequestProducer(request, null), new AnswerConsumer(Clock.systemUTC()), answer),
                HttpClientContext.create());
        return answer;
    }

    private Pending<AsyncConnectionEndpoint> secured(RawResponse answer, AsyncConnectionEndpoint endpoint) {
        if (answer.status() != 200) {
            throw new CompletionException(ProxyException.refused(proxy, answer.status()));
        }
        Pending<AsyncConnectionEndpoint> secured = new Pending<>();
        pool.upgrade(endpoint, null, HttpClientContext.create(), secured);
        return secured;
    }
}
