package io.github.smartia.connect;

import io.github.smartia.connect.api.ApiKey;
import io.github.smartia.connect.api.ApiOptions;
import io.github.smartia.connect.api.HttpSessionsApi;
import io.github.smartia.connect.api.PacedSessionsApi;
import io.github.smartia.connect.api.RetrySettings;
import io.github.smartia.connect.api.RetryingSessionsApi;
import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.config.ApiSettings;
import io.github.smartia.connect.config.FilterSettings;
import io.github.smartia.connect.config.InProgressEndpoint;
import io.github.smartia.connect.config.RequestSettings;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/** Makes clients of the API from settings. */
final class ApiClients {

    private ApiClients() {}

    /** A client that makes each request once, and one at a time. */
    static SessionsApi once(SmartIaSourceConfig config) {
        return new HttpSessionsApi(options(config), 1, Clock.systemUTC());
    }

    /** A client that keeps the limits and meets passing faults as set. */
    static SessionsApi lasting(SmartIaSourceConfig config, String organisation, ScheduledExecutorService timer) {
        RequestSettings requests = config.requests();
        SessionsApi http = new HttpSessionsApi(options(config), requests.maxConcurrent(), Clock.systemUTC());
        SessionsApi paced =
                new PacedSessionsApi(http, requests.maxConcurrent(), requests.maxPerSecond(), timer, System::nanoTime);
        RetrySettings retries =
                new RetrySettings(requests.maxRetries().orElse(-1), requests.backoff(), requests.maxBackoff());
        return new RetryingSessionsApi(paced, retries, organisation, timer, RandomGenerator.getDefault());
    }

    private static ApiOptions options(SmartIaSourceConfig config) {
        ApiSettings api = config.api();
        return new ApiOptions(
                api.url(),
                new ApiKey(api.key().value()),
                api.connectTimeout(),
                api.responseTimeout(),
                config.reading().inProgressEndpoint() == InProgressEndpoint.IN_PROGRESS,
                filter(config.filters()),
                "kafka-connect-smart-ia/" + ConnectorVersion.get(),
                config.network().transport());
    }

    private static SessionFilter filter(FilterSettings filters) {
        return new SessionFilter(
                filters.testIds().stream().sorted().toList(),
                filters.userIds().stream().sorted().toList(),
                filters.subjects().stream().sorted().toList());
    }
}
