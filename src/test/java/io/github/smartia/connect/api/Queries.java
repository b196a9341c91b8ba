package io.github.smartia.connect.api;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Status;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Queries and options for tests. */
final class Queries {

    static final SessionQuery COMPLETED = SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 100);
    static final SessionQuery IN_PROGRESS = SessionQuery.of(Status.IN_PROGRESS, DateField.START_DATE, 100);
    static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");
    static final Instant TEN = Instant.parse("2026-01-06T10:00:00.000Z");
    static final String KEY = "k3y-th4t-n0b0dy-may-see";

    private Queries() {}

    /** How to reach {@code url}, with more time for each request than a test waits for anything. */
    static ApiOptions options(String url) {
        return options(url, false, SessionFilter.NONE);
    }

    static ApiOptions options(String url, boolean inProgressCall, SessionFilter filter) {
        Duration timeout = Duration.ofSeconds(60);
        return new ApiOptions(URI.create(url), new ApiKey(KEY), timeout, timeout, inProgressCall, filter, "agent/1");
    }

    static ApiOptions within(Duration timeout, String url) {
        return new ApiOptions(URI.create(url), new ApiKey(KEY), timeout, timeout, false, SessionFilter.NONE, "agent/1");
    }
}
