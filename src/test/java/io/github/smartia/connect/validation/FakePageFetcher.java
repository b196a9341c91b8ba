package io.github.smartia.connect.validation;

import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An API that responds to every request alike, and remembers what it was asked. */
final class FakePageFetcher implements PageFetcher {

    final List<SessionQuery> queries = new CopyOnWriteArrayList<>();
    final CompletableFuture<CompletableFuture<SessionPage>> request = new CompletableFuture<>();
    private final Consumer<CompletableFuture<SessionPage>> response;
    volatile boolean closed;

    private FakePageFetcher(Consumer<CompletableFuture<SessionPage>> response) {
        this.response = response;
    }

    static FakePageFetcher answering() {
        return new FakePageFetcher(page -> page.complete(new SessionPage(List.of(), 0)));
    }

    static FakePageFetcher failing(Throwable failure) {
        return new FakePageFetcher(page -> page.completeExceptionally(failure));
    }

    static FakePageFetcher throwing(RuntimeException failure) {
        return new FakePageFetcher(page -> {
            throw failure;
        });
    }

    static FakePageFetcher hanging() {
        return new FakePageFetcher(page -> {});
    }

    @Override
    public void fetch(SessionQuery query, CompletableFuture<SessionPage> page) {
        queries.add(query);
        request.complete(page);
        response.accept(page);
    }

    @Override
    public void close() {
        closed = true;
    }
}
