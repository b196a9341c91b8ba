package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** An API whose responses wait until the test gives them. */
public final class FakeApi implements PageFetcher {

    static final SessionPage EMPTY = new SessionPage(List.of(), 0);

    private final List<CompletableFuture<SessionPage>> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<SessionQuery> queries = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> times = Collections.synchronizedList(new ArrayList<>());
    private final VirtualTime time;
    private volatile Consumer<CompletableFuture<SessionPage>> next = page -> {};

    private volatile boolean closed;

    public FakeApi() {
        this(new VirtualTime());
    }

    FakeApi(VirtualTime time) {
        this.time = time;
    }

    @Override
    public void fetch(SessionQuery query, CompletableFuture<SessionPage> page) {
        times.add(time.passed().toMillis());
        requests.add(page);
        queries.add(query);
        next.accept(page);
    }

    /** From now on {@code response} is what requests get at once. */
    public FakeApi respond(Consumer<CompletableFuture<SessionPage>> response) {
        next = response;
        return this;
    }

    public FakeApi serve() {
        return respond(page -> page.complete(EMPTY));
    }

    public FakeApi failWith(ApiException failure) {
        return respond(page -> page.completeExceptionally(failure));
    }

    void hang() {
        respond(page -> {});
    }

    public static ApiException status(int status) {
        return status(status, Optional.empty());
    }

    static ApiException status(int status, Optional<Duration> retryAfter) {
        return ApiException.withStatus(ApiException.Kind.TRANSIENT, status, retryAfter, "GET x had status " + status);
    }

    public CompletableFuture<SessionPage> request(int number) {
        return requests.get(number);
    }

    void serve(int number) {
        request(number).complete(EMPTY);
    }

    /** When requests came, in milliseconds from the start of time. */
    List<Long> times() {
        return times;
    }

    public List<SessionQuery> queries() {
        return queries;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
