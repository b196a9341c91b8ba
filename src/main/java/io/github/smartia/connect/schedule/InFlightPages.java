package io.github.smartia.connect.schedule;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.read.EventLoop;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The requests of one stream that are in flight. Their responses arrive on the event loop, where all of this happens. */
final class InFlightPages {

    private final SessionsApi api;
    private final int most;
    private final EventLoop loop;
    private final Consumer<RuntimeException> onFailure;
    private final Map<Long, CompletableFuture<SessionPage>> inFlight = new HashMap<>();
    private long sent;

    /**
     * @param most how many may be in flight at once
     * @param onFailure takes what a request failed with for good
     */
    InFlightPages(SessionsApi api, int most, EventLoop loop, Consumer<RuntimeException> onFailure) {
        this.api = api;
        this.most = most;
        this.loop = loop;
        this.onFailure = onFailure;
    }

    boolean mayRequest() {
        return inFlight.size() < most;
    }

    /** @param onRefused runs where the request can't be had, and others must do */
    void request(SessionQuery query, Consumer<SessionPage> onResponse, Runnable onRefused) {
        long number = sent++;
        CompletableFuture<SessionPage> request = api.fetch(query);
        inFlight.put(number, request);
        // A step of the loop's own: a future would keep what it throws to itself.
        request.whenComplete((page, thrown) -> loop.execute(() -> {
            if (inFlight.remove(number) == null) {
                return;
            }
            if (thrown == null) {
                onResponse.accept(page);
            } else if (canDoWithout(query, ApiException.from(thrown))) {
                onRefused.run();
            } else {
                onFailure.accept(ApiException.from(thrown));
            }
        }));
    }

    /** A refused key is one for all requests; whatever else is wrong may be so with this kind of request alone. */
    private static boolean canDoWithout(SessionQuery query, RuntimeException thrown) {
        return thrown instanceof ApiException failure
                && failure.kind() != ApiException.Kind.KEY_REFUSED
                && (!query.isPlain() || failure.kind() == ApiException.Kind.UNREADABLE);
    }

    /** The responses to what is in flight are of no more use. */
    void cancel() {
        inFlight.values().forEach(request -> request.cancel(true));
        inFlight.clear();
    }
}
