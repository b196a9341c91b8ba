package io.github.smartia.connect.api;

import java.nio.channels.ClosedSelectorException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets up the HTTP client. Redirects are not followed, for the key would travel with them; retries are not the client's,
 * for it knows neither the API's limits nor ours; no cookies or credentials are kept.
 */
final class HttpClientFactory {

    private static final Logger LOG = LoggerFactory.getLogger(HttpClientFactory.class);

    /** Below what servers and load balancers commonly keep idle connections for. */
    private static final Timeout IDLE = Timeout.ofSeconds(20);

    private static final int THREADS = 2;

    private HttpClientFactory() {}

    static CloseableHttpAsyncClient client(ApiOptions options, int maxConnections) {
        return HttpAsyncClients.custom()
                .setConnectionManager(connections(options, maxConnections))
                .setIOReactorConfig(
                        IOReactorConfig.custom().setIoThreadCount(THREADS).build())
                .setThreadFactory(new DefaultThreadFactory("smart-ia-http", true))
                .setIoReactorExceptionCallback(HttpClientFactory::threadEnded)
                .setDefaultRequestConfig(requests(options))
                // The usual decorator writes every byte to the debug log, the key and the pupils' data too.
                .setIoSessionDecorator(session -> session)
                .setIoReactorExceptionCallback(HttpClientFactory::report)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Closing at once takes the selector away from the thread that waits on it, which then complains. */
    private static void report(Exception failure) {
        if (!(failure instanceof ClosedSelectorException)) {
            LOG.error("The HTTP client stopped working. Restart the task to go on.", failure);
        }
    }

    private static PoolingAsyncClientConnectionManager connections(ApiOptions options, int maxConnections) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnTotal(maxConnections)
                .setMaxConnPerRoute(maxConnections)
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

    private static RequestConfig requests(ApiOptions options) {
        Timeout whole = Timeout.of(options.responseTimeout());
        return RequestConfig.custom()
                .setConnectionRequestTimeout(whole)
                .setResponseTimeout(whole)
                .build();
    }

    /** A client that is closed at once closes the selectors of its threads under their feet: that is no news. */
    private static void threadEnded(Exception e) {
        if (!(e instanceof ClosedSelectorException)) {
            LOG.error("A thread of the HTTP client has ended. Restart the task if its requests fail from now on.", e);
        }
    }
}
