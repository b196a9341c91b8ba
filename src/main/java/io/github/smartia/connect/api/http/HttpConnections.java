package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.json.ResponseBounds;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** A pool of connections that any number of {@link HttpPageFetcher}s may share. */
public final class HttpConnections implements AutoCloseable {

    /** Below what servers and load balancers commonly keep idle connections for. */
    private static final Timeout IDLE = Timeout.ofSeconds(20);

    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxHeaderCount(ResponseBounds.HEADERS)
            .setMaxLineLength(ResponseBounds.HEADER_LENGTH)
            .build();

    private final PoolingHttpClientConnectionManager pool;

    /**
     * @param options whose time-outs and transport hold for all requests, whatever their URL
     * @param most how many there may be; as many as there are threads that make requests
     */
    public HttpConnections(ApiOptions options, int most) {
        this(options, most, SystemDefaultDnsResolver.INSTANCE);
    }

    HttpConnections(ApiOptions options, int most, DnsResolver dns) {
        pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(socket -> new QuietConnection(BOUNDS))
                .setDnsResolver(dns)
                .setTlsSocketStrategy(options.transport().tlsStrategy())
                .setMaxConnTotal(most)
                .setMaxConnPerRoute(most)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(options.connectTimeout()))
                        .setIdleTimeout(IDLE)
                        .build())
                .build();
    }

    /** A place in the pool, with or without an open connection. */
    ConnectionEndpoint lease(HttpRoute route, Timeout patience) throws IOException {
        try {
            return pool.lease("request", route, patience, null).get(patience);
        } catch (TimeoutException e) {
            throw new ConnectTimeoutException("no free connection");
        } catch (ExecutionException e) {
            throw new IOException("no free connection: " + TransportFailures.reason(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Connects to the first hop: the proxy, if there is one, or else the API. */
    void connect(ConnectionEndpoint endpoint) throws IOException {
        pool.connect(endpoint, null, HttpClientContext.create());
    }

    /** Begins TLS with the API behind a proxy. */
    void secure(ConnectionEndpoint endpoint) throws IOException {
        pool.upgrade(endpoint, HttpClientContext.create());
    }

    /** Takes a connection back that may be used again within {@code time}. */
    void keep(ConnectionEndpoint endpoint, TimeValue time) {
        pool.release(endpoint, null, time);
        // There may have been more to do when the others were opened.
        pool.closeIdle(IDLE);
    }

    void discard(ConnectionEndpoint endpoint) {
        endpoint.close(CloseMode.IMMEDIATE);
        pool.release(endpoint, null, TimeValue.ZERO_MILLISECONDS);
    }

    /** Aborts all requests in flight. */
    @Override
    public void close() {
        pool.close(CloseMode.IMMEDIATE);
    }
}
