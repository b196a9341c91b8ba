package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** An API whose answers wait until the test gives them. */
public final class FakeApi implements SessionsApi {

    private final List<CompletableFuture<SessionPage>> requests = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final VirtualTime time;
    private Supplier<CompletableFuture<SessionPage>> next = CompletableFuture::new;
    private boolean closed;

    FakeApi(VirtualTime time) {
        this.time = time;
    }

    @Override
    public CompletableFuture<SessionPage> fetch(SessionQuery query) {
        times.add(time.passed().toMillis());
        CompletableFuture<SessionPage> page = next.get();
        requests.add(page);
        return page;
    }

    /** From now on requests are answered by {@code answer}. */
    void answerWith(Supplier<CompletableFuture<SessionPage>> answer) {
        next = answer;
    }

    /** From now on requests fail at once. */
    void failWith(ApiException failure) {
        answerWith(() -> CompletableFuture.failedFuture(failure));
    }

    public static ApiException status(int status) {
        return ApiException.answered(ApiException.Kind.PASSING, status, Optional.empty(), "GET x had status " + status);
    }

    CompletableFuture<SessionPage> request(int number) {
        return requests.get(number);
    }

    void answer(int number) {
        request(number).complete(Pages.empty());
    }

    /** When requests came, in milliseconds from the start of time. */
    List<Long> times() {
        return times;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
