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

/** Makes clients of the API from settings. Those of one task share threads and connections. */
final class SessionsApiFactory implements AutoCloseable {

    /** Requests in flight at once of all organisations together, each of which takes a thread and a connection. */
    private static final int MOST_THREADS = 64;

    private final SmartIaSourceConfig config;
    private final FetchThreads threads;
    private final HttpConnections connections;
    private final OutageLog outages = new OutageLog();

    SessionsApiFactory(SmartIaSourceConfig config, BooleanSupplier mayRequest) {
        this.config = config;
        long wanted =
                (long) config.limits().maxConcurrent() * config.organisations().size();
        int most = (int) Math.min(MOST_THREADS, wanted);
        this.threads = new FetchThreads(most, mayRequest);
        this.connections = new HttpConnections(config.organisations().get(0).api(), most);
    }

    /** A client that makes each request once. */
    static PageFetcher once(OrganisationSettings organisation) {
        return HttpPageFetcher.alone(organisation.api(), 1, Clock.systemUTC());
    }

    /** A client that keeps the limits and retries as set. */
    SessionsApi lasting(OrganisationSettings organisation, RequestListener listener, ScheduledExecutorService timer) {
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
