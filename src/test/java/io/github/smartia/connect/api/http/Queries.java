package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.api.SessionFilter;
import io.github.smartia.connect.api.http.ApiOptions.InProgressEndpoint;
import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Queries and options for tests. */
final class Queries {

    static final SessionQuery COMPLETED = SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 100);
    static final SessionQuery IN_PROGRESS = SessionQuery.of(Status.IN_PROGRESS, DateField.START_DATE, 100);
    static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");
    static final Instant TEN = Instant.parse("2026-01-06T10:00:00.000Z");
    static final String KEY = "k3y-th4t-n0b0dy-may-see";

    static final String PROXY_PASSWORD = "s3cret";
    /** "worker:s3cret" in Base64. */
    static final String PROXY_CREDENTIALS = "d29ya2VyOnMzY3JldA==";
    /** More than a test waits for anything. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private static final long MAX_SESSION_BYTES = 1_040_384;

    private Queries() {}

    /** Makes one request on a thread of its own. */
    static CompletableFuture<SessionPage> start(PageFetcher api, SessionQuery query) {
        CompletableFuture<SessionPage> page = new CompletableFuture<>();
        Thread thread = new Thread(() -> api.fetch(query, page), "fetch");
        thread.setDaemon(true);
        thread.start();
        return page;
    }

    /** Makes one request for completed sessions, and waits for its page. */
    static SessionPage fetch(PageFetcher api) {
        return fetch(api, COMPLETED);
    }

    static SessionPage fetch(PageFetcher api, SessionQuery query) {
        CompletableFuture<SessionPage> page = new CompletableFuture<>();
        api.fetch(query, page);
        return page.join();
    }

    /** Why a request got no page; no part of the failure shows a secret or a pupil. */
    static ApiException failure(PageFetcher api) {
        CompletableFuture<SessionPage> page = start(api, COMPLETED);
        CompletionException thrown = catchThrowableOfType(CompletionException.class, page::join);
        StringWriter all = new StringWriter();
        thrown.printStackTrace(new PrintWriter(all));
        assertThat(all.toString()).doesNotContain(KEY, PROXY_PASSWORD, PROXY_CREDENTIALS, "Zo", "ller");
        return (ApiException) thrown.getCause();
    }

    static ApiException failure(ApiOptions options) {
        try (PageFetcher api = alone(options)) {
            return failure(api);
        }
    }

    static PageFetcher alone(ApiOptions options) {
        return reporting(RequestListener.NONE, options);
    }

    static PageFetcher reporting(RequestListener listener, ApiOptions options) {
        return new HttpPageFetcher(new HttpConnections(options, 2), options, listener, Clock.systemUTC());
    }

    /** How to reach {@code url}, with more time for each request than a test waits for anything. */
    static ApiOptions options(String url) {
        return options(url, InProgressEndpoint.SEARCH, SessionFilter.NONE);
    }

    static ApiOptions options(String url, InProgressEndpoint inProgress, SessionFilter filter) {
        return options(LONG, LONG, url, inProgress, filter, Transport.DIRECT);
    }

    static ApiOptions within(Duration timeout, String url) {
        return options(timeout, timeout, url, InProgressEndpoint.SEARCH, SessionFilter.NONE, Transport.DIRECT);
    }

    static ApiOptions connectingWithin(Duration timeout, String url, Transport transport) {
        return options(timeout, LONG, url, InProgressEndpoint.SEARCH, SessionFilter.NONE, transport);
    }

    static ApiOptions by(Transport transport, String url) {
        return options(LONG, LONG, url, InProgressEndpoint.SEARCH, SessionFilter.NONE, transport);
    }

    private static ApiOptions options(
            Duration connect,
            Duration response,
            String url,
            InProgressEndpoint inProgress,
            SessionFilter filter,
            Transport transport) {
        return new ApiOptions(
                "oaks",
                URI.create(url),
                SecretHeader.apiKey(KEY),
                connect,
                response,
                inProgress,
                filter,
                "agent/1",
                transport,
                MAX_SESSION_BYTES);
    }
}
