package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** An API whose responses wait until the test gives them. */
public final class FakeApi implements PageFetcher {

    static final SessionPage EMPTY = new SessionPage(List.of(), 0);

    private final List<CompletableFuture<SessionPage>> requests = new ArrayList<>();
    private final List<SessionQuery> queries = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final VirtualTime time;
    private Consumer<CompletableFuture<SessionPage>> next = page -> {};

    FakeApi(VirtualTime time) {
        this.time = time;
    }

    @Override
    public void fetch(SessionQuery query, CompletableFuture<SessionPage> page) {
        times.add(time.passed().toMillis());
        queries.add(query);
        requests.add(page);
        next.accept(page);
    }

    /** From now on {@code response} is what requests get at once. */
    void respond(Consumer<CompletableFuture<SessionPage>> response) {
        next = response;
    }

    /** From now on requests bring a page at once. */
    void serve() {
        respond(page -> page.complete(EMPTY));
    }

    /** From now on requests fail at once. */
    void failWith(ApiException failure) {
        respond(page -> page.completeExceptionally(failure));
    }

    /** From now on requests have to wait for the test. */
    void hang() {
        respond(page -> {});
    }

    public static ApiException status(int status) {
        return status(status, Optional.empty());
    }

    static ApiException status(int status, Optional<Duration> retryAfter) {
        return ApiException.withStatus(ApiException.Kind.TRANSIENT, status, retryAfter, "GET x had status " + status);
    }

    CompletableFuture<SessionPage> request(int number) {
        return requests.get(number);
    }

    void serve(int number) {
        request(number).complete(EMPTY);
    }

    /** When requests came, in milliseconds from the start of time. */
    List<Long> times() {
        return times;
    }

    List<SessionQuery> queries() {
        return queries;
    }

    @Override
    public void close() {}
}
