package io.github.smartia.connect;

import io.github.smartia.connect.api.RateLimitedSessionsApi;
import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.api.RequestSlots;
import io.github.smartia.connect.api.RetrySettings;
import io.github.smartia.connect.api.RetryingSessionsApi;
import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.api.http.ApiKey;
import io.github.smartia.connect.api.http.ApiOptions;
import io.github.smartia.connect.api.http.HttpExchanges;
import io.github.smartia.connect.api.http.HttpSessionsApi;
import io.github.smartia.connect.api.http.Transport;
import io.github.smartia.connect.config.ApiSettings;
import io.github.smartia.connect.config.FilterSettings;
import io.github.smartia.connect.config.InProgressEndpoint;
import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.config.RequestSettings;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import io.github.smartia.connect.logging.SharedLogThrottle;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/** Makes clients of the API from settings. Those of one task share a few threads and connections. */
final class ApiClients implements AutoCloseable {

    /** How many requests several organisations may have under way together, whatever each of them may. */
    private static final int MOST_REQUESTS = 16;

    private final SmartIaSourceConfig config;
    private final Transport transport;
    private final HttpExchanges exchanges;
    private final RequestSlots slots;
    private final SharedLogThrottle outage = new SharedLogThrottle();

    ApiClients(SmartIaSourceConfig config) {
        this.config = config;
        this.transport = config.network().transport();
        long wanted = (long) config.requests().maxConcurrent()
                * config.organisations().size();
        int most = (int) Math.max(config.requests().maxConcurrent(), Math.min(MOST_REQUESTS, wanted));
        this.exchanges = new HttpExchanges(
                options(config, config.organisations().get(0), transport), most, hosts(config), Clock.systemUTC());
        this.slots = new RequestSlots(most);
    }

    private static int hosts(SmartIaSourceConfig config) {
        return (int) config.organisations().stream()
                .map(organisation -> organisation.url().getHost())
                .distinct()
                .count();
    }

    /** A client that makes each request once, and one at a time. */
    static SessionsApi once(SmartIaSourceConfig config, OrganisationSettings organisation) {
        ApiOptions options = options(config, organisation, config.network().transport());
        return new HttpSessionsApi(options, 1, Clock.systemUTC());
    }

    /** A client that keeps the limits and meets passing faults as set. */
    SessionsApi lasting(OrganisationSettings organisation, RequestListener listener, ScheduledExecutorService timer) {
        RequestSettings requests = config.requests();
        SessionsApi http = new HttpSessionsApi(options(config, organisation, transport), exchanges, listener);
        SessionsApi paced = new RateLimitedSessionsApi(
                http, requests.maxConcurrent(), requests.maxPerSecond(), timer, System::nanoTime, slots);
        RetrySettings retries =
                new RetrySettings(requests.maxRetries().orElse(-1), requests.backoff(), requests.maxBackoff());
        return new RetryingSessionsApi(
                paced, retries, organisation.name(), outage, listener, timer, RandomGenerator.getDefault());
    }

    private static ApiOptions options(
            SmartIaSourceConfig config, OrganisationSettings organisation, Transport transport) {
        ApiSettings api = config.api();
        return new ApiOptions(
                organisation.name(),
                organisation.url(),
                new ApiKey(organisation.key().value()),
                api.connectTimeout(),
                api.responseTimeout(),
                config.reading().inProgressEndpoint() == InProgressEndpoint.IN_PROGRESS,
                filter(organisation.filters()),
                "kafka-connect-smart-ia/" + ConnectorVersion.get(),
                transport,
                ApiOptions.DEFAULT_MAX_SESSION_BYTES);
    }

    private static SessionFilter filter(FilterSettings filters) {
        return new SessionFilter(
                filters.testIds().stream().sorted().toList(),
                filters.userIds().stream().sorted().toList(),
                filters.subjects().stream().sorted().toList());
    }

    /** Gives up all requests of all clients, and releases threads and connections. */
    @Override
    public void close() {
        exchanges.close();
    }
}
