package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiFailures;
import io.github.smartia.connect.api.json.ResponseBounds;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.ClosedSelectorException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.nio.ClientHttp1IOEventHandlerFactory;
import org.apache.hc.core5.http.impl.nio.ClientHttp1StreamDuplexerFactory;
import org.apache.hc.core5.http.nio.command.ShutdownCommand;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.DefaultConnectingIOReactor;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections over which requests go. They come from HttpClient's pool, yet its client is not used: at debug level
 * that logs the lines and headers of requests, and with them pupils' ids. What drives the connections here logs nothing
 * that goes over them. Redirects, retries, cookies and authentication, which the client would add, are not wanted.
 */
final class HttpConnections implements AutoCloseable {

    /** Below what servers and load balancers commonly keep idle connections for. */
    private static final Timeout IDLE = Timeout.ofSeconds(20);

    private static final int THREADS = 2;
    private static final Logger LOG = LoggerFactory.getLogger(HttpConnections.class);

    private final ApiOptions options;
    private final PoolingAsyncClientConnectionManager pool;
    private final DefaultConnectingIOReactor reactor = new DefaultConnectingIOReactor(
            new ClientHttp1IOEventHandlerFactory(exchanges(), null, null),
            IOReactorConfig.custom().setIoThreadCount(THREADS).build(),
            threads(),
            null,
            HttpConnections::report,
            null,
            session -> session.enqueue(new ShutdownCommand(CloseMode.GRACEFUL), Command.Priority.IMMEDIATE));

    /** @param options whose time-outs and transport hold for all requests, be they for the same URL or for another */
    HttpConnections(ApiOptions options, int most, DnsResolver dns) {
        this.options = options;
        this.pool = pool(options, most, dns);
        reactor.start();
    }

    /** For the few threads that handle requests and answers. */
    static ThreadFactory threads() {
        return new DefaultThreadFactory("smart-ia-http", true);
    }

    private static ClientHttp1StreamDuplexerFactory exchanges() {
        return new ClientHttp1StreamDuplexerFactory(
                HttpProcessorBuilder.create()
                        .addAll(RequestTargetHost.INSTANCE, RequestContent.INSTANCE, RequestConnControl.INSTANCE)
                        .build(),
                Http1Config.custom()
                        .setMaxHeaderCount(ResponseBounds.HEADERS)
                        .setMaxLineLength(ResponseBounds.HEADER_LENGTH)
                        .build(),
                null);
    }

    private static PoolingAsyncClientConnectionManager pool(ApiOptions options, int most, DnsResolver dns) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setTlsStrategy(options.transport().tlsStrategy())
                .setMaxConnTotal(most)
                .setMaxConnPerRoute(most)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(options.connectTimeout()))
                        .setSocketTimeout(Timeout.of(options.responseTimeout()))
                        .setIdleTimeout(IDLE)
                        .build())
                // Requests are few and large: nothing is won by multiplexing them over one connection.
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .build())
                .build();
    }

    /** Closing while requests are under way takes the selector from under the threads, which is no news. */
    private static void report(Exception failure) {
        if (!(failure instanceof ClosedSelectorException)) {
            LOG.warn("A thread of the HTTP client failed. Its requests will time out and be made again.", failure);
        }
    }

    /** Asks for the place in the pool of a connection to {@code url}; to cancel what is returned gives the wish up. */
    Future<?> lease(URI url, Pending<AsyncConnectionEndpoint> place) {
        return pool.lease(
                "request", options.transport().route(url), null, Timeout.of(options.responseTimeout()), place);
    }

    /** Connects to {@code url}, unless that was done before. Looks up addresses on the calling thread. */
    CompletableFuture<AsyncConnectionEndpoint> open(URI url, AsyncConnectionEndpoint place) {
        if (place.isConnected()) {
            return CompletableFuture.completedFuture(place);
        }
        Pending<AsyncConnectionEndpoint> connected = new Pending<>();
        pool.connect(place, reactor, null, null, HttpClientContext.create(), connected);
        return options.transport()
                .proxy(url)
                .map(proxy -> new ProxyTunnel(proxy, options.transport().route(url), pool))
                .map(through -> through.dug(connected, options.connectTimeout()))
                .orElse(connected)
                .exceptionally(thrown -> {
                    throw new CompletionException(timeNamed(ApiFailures.unwrapped(thrown)));
                });
    }

    /** Without this, a TLS handshake that takes too long would look like an answer that does. */
    private static Throwable timeNamed(Throwable failure) {
        return failure instanceof SocketTimeoutException || failure instanceof TimeoutException
                ? new ConnectTimeoutException(Reason.of(failure))
                : failure;
    }

    /** Gives a place back whose connection may be used again within {@code time}. */
    void keep(AsyncConnectionEndpoint place, TimeValue time) {
        pool.release(place, null, time);
        // There may have been more to do when they were made.
        pool.closeIdle(IDLE);
    }

    /** Gives a place back and closes its connection. */
    void discard(AsyncConnectionEndpoint place) {
        place.close(CloseMode.IMMEDIATE);
        pool.release(place, null, TimeValue.ZERO_MILLISECONDS);
    }

    @Override
    public void close() {
        pool.close(CloseMode.IMMEDIATE);
        reactor.close(CloseMode.IMMEDIATE);
    }
}
