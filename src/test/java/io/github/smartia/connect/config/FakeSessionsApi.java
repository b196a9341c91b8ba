package io.github.smartia.connect.config;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An API that answers every request alike and remembers what it was asked. */
final class FakeSessionsApi implements SessionsApi {

    final List<SessionQuery> queries = new ArrayList<>();
    final CompletableFuture<SessionPage> answer;
    boolean closed;

    private FakeSessionsApi(CompletableFuture<SessionPage> answer) {
        this.answer = answer;
    }

    static FakeSessionsApi answering() {
        return new FakeSessionsApi(CompletableFuture.completedFuture(new SessionPage(List.of(), 0, 1)));
    }

    static FakeSessionsApi failing(Throwable failure) {
        return new FakeSessionsApi(CompletableFuture.failedFuture(failure));
    }

    static FakeSessionsApi hanging() {
        return new FakeSessionsApi(new CompletableFuture<>());
    }

    @Override
    public CompletableFuture<SessionPage> fetch(SessionQuery query) {
        queries.add(query);
        return answer;
    }

    @Override
    public void close() {
        closed = true;
    }
}
