package io.github.smartia.connect.api;

import java.nio.channels.ClosedSelectorException;
import java.util.concurrent.ThreadFactory;
import org.apache.hc.client5.http.DnsResolver;
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
 * Sets up the HTTP client. Redirects are not followed, for the key would travel with them; retries are not the
 * client's, for it knows neither the API's limits nor ours; no cookies or credentials are kept; and it does not
 * decorate its connections, for its decoration logs at debug level what goes over them: the key, and pupils.
 */
final class HttpClientFactory {

    /** Below what servers and load balancers commonly keep idle connections for. */
    private static final Timeout IDLE = Timeout.ofSeconds(20);

    private static final int THREADS = 2;
    private static final Logger LOG = LoggerFactory.getLogger(HttpClientFactory.class);

    private HttpClientFactory() {}

    static CloseableHttpAsyncClient client(ApiOptions options, int maxConnections, DnsResolver dns) {
        return HttpAsyncClients.custom()
                .setConnectionManager(connections(options, maxConnections, dns))
                .setIOReactorConfig(
                        IOReactorConfig.custom().setIoThreadCount(THREADS).build())
                .setThreadFactory(threads())
                .setIoSessionDecorator(connection -> connection)
                .setIoReactorExceptionCallback(HttpClientFactory::report)
                .setDefaultRequestConfig(requests(options))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** For the few threads that handle requests and answers. */
    static ThreadFactory threads() {
        return new DefaultThreadFactory("smart-ia-http", true);
    }

    private static PoolingAsyncClientConnectionManager connections(
            ApiOptions options, int maxConnections, DnsResolver dns) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
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

    /** Closing while requests are under way takes the selector from under the client's threads, which is no news. */
    private static void report(Exception failure) {
        if (!(failure instanceof ClosedSelectorException)) {
            LOG.warn("A thread of the HTTP client failed. Its requests will time out and be made again.", failure);
        }
    }

    private static RequestConfig requests(ApiOptions options) {
        Timeout whole = Timeout.of(options.responseTimeout());
        return RequestConfig.custom()
                .setConnectionRequestTimeout(whole)
                .setResponseTimeout(whole)
                .build();
    }
}
