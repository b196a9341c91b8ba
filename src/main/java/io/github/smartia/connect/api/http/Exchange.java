package io.github.smartia.connect.api.http;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.util.Timeout;

/**
 * One request and its response over a connection of its own. HttpClient's execution chain is left out: at debug level it
 * logs the request line, which may hold ids of pupils, and it would add redirects, retries, cookies and authentication.
 */
final class Exchange {

    private static final HttpRequestExecutor EXECUTOR = new HttpRequestExecutor();
    private static final HttpProcessor HEADERS = HttpProcessorBuilder.create()
            .addAll(RequestTargetHost.INSTANCE, RequestContent.INSTANCE, RequestConnControl.INSTANCE)
            .build();

    private final HttpConnections connections;
    private final ApiOptions options;
    private final TransportFailures failures;
    private final HttpClientContext context = HttpClientContext.create();
    private final AtomicReference<ConnectionEndpoint> leased = new AtomicReference<>();
    private volatile int bytesReceived;
    private volatile boolean cancelled;

    Exchange(HttpConnections connections, ApiOptions options, TransportFailures failures) {
        this.connections = connections;
        this.options = options;
        this.failures = failures;
    }

    /** Sends the request and reads the response to its end. To be called once. */
    RawResponse run(ApiCall call, BodyReader bodies) throws IOException, HttpException {
        HttpRoute route = options.transport().route(options.url());
        ConnectionEndpoint endpoint = connections.lease(route, Timeout.of(options.responseTimeout()));
        leased.set(endpoint);
        try {
            if (cancelled) {
                throw new SocketException("cancelled");
            }
            connect(endpoint, route);
            return exchange(endpoint, call.request(options), bodies);
        } finally {
            // Does something only where the connection was not kept.
            cancel();
        }
    }

    private void connect(ConnectionEndpoint endpoint, HttpRoute route) throws IOException {
        if (endpoint.isConnected()) {
            return;
        }
        try {
            Optional<Proxy> proxy = options.transport().proxy(options.url());
            if (proxy.isPresent()) {
                new ProxyTunnel(proxy.get(), connections, options.connectTimeout(), failures).open(endpoint, route);
            } else {
                connections.connect(endpoint);
            }
        } catch (SocketTimeoutException e) {
            // A TLS handshake that takes too long would look like a response that does.
            throw new ConnectTimeoutException(TransportFailures.reason(e));
        }
    }

    private RawResponse exchange(ConnectionEndpoint endpoint, ClassicHttpRequest request, BodyReader bodies)
            throws IOException, HttpException {
        endpoint.setSocketTimeout(Timeout.of(options.responseTimeout()));
        ClassicHttpResponse response = send(endpoint, request, context);
        RawResponse read = read(response, bodies);
        boolean reusable = DefaultClientConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
        if (reusable && leased.compareAndSet(endpoint, null)) {
            connections.keep(
                    endpoint, DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context));
        }
        return read;
    }

    /** Sends one request over an open connection, and reads the head of its response. */
    static ClassicHttpResponse send(ConnectionEndpoint endpoint, ClassicHttpRequest request, HttpClientContext context)
            throws IOException, HttpException {
        HEADERS.process(request, request.getEntity(), context);
        return endpoint.execute("request", request, EXECUTOR::execute, context);
    }

    private RawResponse read(ClassicHttpResponse response, BodyReader bodies) throws IOException {
        HttpEntity entity = response.getEntity();
        // Not closed, for that would read what is left.
        byte[] body = entity == null ? new byte[0] : bodies.read(entity.getContent());
        bytesReceived = body.length;
        return new RawResponse(response, body);
    }

    /** Length of the body as it came, compressed or not; 0 where none came whole. */
    int bytesReceived() {
        return bytesReceived;
    }

    /** Closes the connection at once, if there is one or as soon as there is. May be called from any thread. */
    void cancel() {
        cancelled = true;
        Optional.ofNullable(leased.getAndSet(null)).ifPresent(connections::discard);
    }
}
