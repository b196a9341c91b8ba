package io.github.smartia.connect;

import io.github.smartia.connect.api.FetchThreads;
import io.github.smartia.connect.api.OutageLog;
import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.api.RequestQueue;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.api.http.HttpConnections;
import io.github.smartia.connect.api.http.HttpPageFetcher;
import io.github.smartia.connect.config.OrganisationSettings;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

/** Creates clients of the API from settings. The clients of one task share threads and connections. */
final class SessionsApiFactory implements AutoCloseable {

    /** The maximum number of requests in flight for all organisations together. Each request uses a thread and a connection. */
    private static final int MAX_THREADS = 64;

    private final SmartIaSourceConfig config;
    private final FetchThreads threads;
    private final HttpConnections connections;
    private final OutageLog outages = new OutageLog();

    /** @param mayRequest whether requests may be sent now */
    SessionsApiFactory(SmartIaSourceConfig config, BooleanSupplier mayRequest) {
        this.config = config;
        long wanted =
                (long) config.limits().maxConcurrent() * config.organisations().size();
        int max = (int) Math.min(MAX_THREADS, wanted);
        this.threads = new FetchThreads(max, mayRequest);
        this.connections = new HttpConnections(config.organisations().get(0).api(), max);
    }

    /** A client that sends each request once, for the connection check. */
    static PageFetcher once(OrganisationSettings organisation) {
        return HttpPageFetcher.alone(organisation.api(), 1, Clock.systemUTC());
    }

    /** A client with the configured limits and retries. */
    SessionsApi create(OrganisationSettings organisation, RequestListener listener, ScheduledExecutorService timer) {
        return new RequestQueue(
                new HttpPageFetcher(connections, organisation.api(), listener, Clock.systemUTC()),
                config.limits(),
                config.retries(),
                threads,
                timer,
                System::nanoTime,
                outages.of(organisation.name()),
                listener);
    }

    /** Resumes sending after {@code mayRequest} has become true. */
    void resume() {
        threads.resume();
    }

    /** Cancels the requests of all clients, and releases threads and connections. */
    @Override
    public void close() {
        threads.close();
        connections.close();
    }
}
