package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.json.UnexpectedResponseException;
import java.io.IOException;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.Timeout;

/** HttpClient and its connection pool, which any number of {@link HttpPageFetcher}s may share. */
public final class HttpConnections implements AutoCloseable {

    /** Less than the time for which servers and load balancers commonly keep idle connections. */
    private static final Timeout IDLE = Timeout.ofSeconds(20);

    private static final String QUERY = "query";

    private final PoolingHttpClientConnectionManager pool;
    private final CloseableHttpClient client;
    private volatile boolean closed;

    /**
     * @param options their timeouts, transport and user agent apply to all requests, whatever the URL
     * @param most maximum number of connections; as many as there are threads that make requests
     */
    public HttpConnections(ApiOptions options, int most) {
        this(options, most, SystemDefaultDnsResolver.INSTANCE);
    }

    HttpConnections(ApiOptions options, int most, DnsResolver dns) {
        pool = pool(options, most, dns);
        client = client(options);
    }

    private PoolingHttpClientConnectionManager pool(ApiOptions options, int most, DnsResolver dns) {
        PoolingHttpClientConnectionManager shared =
                new PoolingHttpClientConnectionManager(
                        new DefaultHttpClientConnectionOperator(
                                null, dns, options.transport().tls()),
                        PoolConcurrencyPolicy.STRICT,
                        PoolReusePolicy.LIFO,
                        null,
                        socket -> new QuietConnection()) {

                    /**
                     * Does nothing before {@link HttpConnections#close}: HttpClient would close the connections of all
                     * requests when one of them throws an Error.
                     */
                    @Override
                    public void close(CloseMode mode) {
                        if (closed) {
                            super.close(mode);
                        }
                    }
                };
        shared.setMaxTotal(most);
        shared.setDefaultMaxPerRoute(most);
        shared.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(options.connectTimeout()))
                .setIdleTimeout(IDLE)
                .build());
        return shared;
    }

    private CloseableHttpClient client(ApiOptions options) {
        return HttpClientBuilder.create()
                .setConnectionManager(pool)
                .setRoutePlanner((host, context) -> options.transport().route(host))
                .setRequestExecutor(new ProxyTunnel(options))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(options.responseTimeout()))
                        // No socket timeout: the whole request has a deadline. A SocketTimeoutException therefore
                        // always means that connecting timed out.
                        .setResponseTimeout(Timeout.INFINITE)
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                // The query is added after HttpClient has logged the request line, because the query may contain ids of
                // pupils.
                .addRequestInterceptorLast(
                        (request, entity, context) -> request.setPath(request.getPath() + context.getAttribute(QUERY)))
                .setUserAgent(options.userAgent())
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableConnectionState()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .build();
    }

    /** Sends {@code request} with this query added to its URI, and reads the response to its end. */
    RawResponse execute(HttpUriRequestBase request, Optional<String> query, BodyReader bodies)
            throws IOException, HttpException {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(QUERY, query.map("?"::concat).orElse(""));
        try {
            ClassicHttpResponse response = client.executeOpen(null, request, context);
            byte[] body = body(response, bodies);
            // Other connections may have been opened when there were more requests to make.
            pool.closeIdle(IDLE);
            return new RawResponse(response, body);
        } finally {
            // Closes a connection whose response was not read to its end. Closing the response would read the rest.
            request.cancel();
        }
    }

    /** Returns the body. If that of an error can't be read, it counts as empty, because the status says enough. */
    private static byte[] body(ClassicHttpResponse response, BodyReader bodies) throws IOException, HttpException {
        HttpEntity entity = response.getEntity();
        try {
            return entity == null ? new byte[0] : bodies.read(entity);
        } catch (ProtocolException | UnexpectedResponseException e) {
            if (response.getCode() == HttpStatus.SC_OK) {
                throw e;
            }
            return new byte[0];
        }
    }

    /** Aborts all requests in flight. */
    @Override
    public void close() {
        closed = true;
        pool.close(CloseMode.IMMEDIATE);
    }
}
