package io.github.smartia.connect;

import io.github.smartia.connect.api.FetchThreads;
import io.github.smartia.connect.api.OutageLog;
import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.api.RequestLimits;
import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.api.RequestQueue;
import io.github.smartia.connect.api.RetryLog;
import io.github.smartia.connect.api.RetryPolicy;
import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.api.http.ApiOptions;
import io.github.smartia.connect.api.http.HttpConnections;
import io.github.smartia.connect.api.http.HttpPageFetcher;
import io.github.smartia.connect.api.http.SecretHeader;
import io.github.smartia.connect.api.http.Transport;
import io.github.smartia.connect.config.ApiSettings;
import io.github.smartia.connect.config.FilterSettings;
import io.github.smartia.connect.config.InProgressEndpoint;
import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.config.RequestSettings;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Makes clients of the API from settings. Those of one task share threads and connections. */
final class SessionsApiFactory implements AutoCloseable {

    /** Requests in flight at once of all organisations together, each of which takes a thread and a connection. */
    private static final int MOST_THREADS = 64;

    private final SmartIaSourceConfig config;
    private final Transport transport;
    private final FetchThreads threads;
    private final HttpConnections connections;
    private final OutageLog outages = new OutageLog();

    SessionsApiFactory(SmartIaSourceConfig config, BooleanSupplier mayRequest) {
        this.config = config;
        this.transport = config.network().transport();
        long wanted = (long) config.requests().maxConcurrent()
                * config.organisations().size();
        int most = (int) Math.min(MOST_THREADS, wanted);
        this.threads = new FetchThreads(most, mayRequest);
        this.connections =
                new HttpConnections(options(config, config.organisations().get(0), transport), most);
    }

    /** A client that makes each request once. */
    static PageFetcher once(SmartIaSourceConfig config, OrganisationSettings organisation) {
        return HttpPageFetcher.alone(
                options(config, organisation, config.network().transport()), 1, Clock.systemUTC());
    }

    /** A client that keeps the limits and retries as set. */
    SessionsApi lasting(OrganisationSettings organisation, RequestListener listener, ScheduledExecutorService timer) {
        RequestSettings requests = config.requests();
        return new RequestQueue(
                new HttpPageFetcher(connections, options(config, organisation, transport), listener, Clock.systemUTC()),
                new RequestLimits(requests.maxConcurrent(), requests.maxPerSecond()),
                new RetryPolicy(
                        requests.maxRetries().orElse(-1),
                        requests.backoff(),
                        requests.maxBackoff(),
                        RandomGenerator.getDefault()),
                threads,
                timer,
                System::nanoTime,
                new RetryLog(organisation.name(), outages),
                listener);
    }

    private static ApiOptions options(
            SmartIaSourceConfig config, OrganisationSettings organisation, Transport transport) {
        ApiSettings api = config.api();
        return new ApiOptions(
                organisation.name(),
                organisation.url(),
                SecretHeader.apiKey(organisation.key().value()),
                api.connectTimeout(),
                api.responseTimeout(),
                config.reading().inProgressEndpoint() == InProgressEndpoint.IN_PROGRESS,
                filter(organisation.filters()),
                "kafka-connect-smart-ia/" + ConnectorVersion.get(),
                transport,
                config.maxSessionBytes());
    }

    private static SessionFilter filter(FilterSettings filters) {
        return new SessionFilter(
                filters.testIds().stream().sorted().toList(),
                filters.userIds().stream().sorted().toList(),
                filters.subjects().stream().sorted().toList());
    }

    /** Requests may be made again. */
    void resume() {
        threads.resume();
    }

    /** Aborts the requests of all clients, and releases threads and connections. */
    @Override
    public void close() {
        threads.close();
        connections.close();
    }
}
