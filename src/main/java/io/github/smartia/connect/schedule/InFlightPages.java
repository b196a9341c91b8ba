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

/** The requests of one stream that are in flight. Responses arrive on the event loop, where all methods are called. */
final class InFlightPages {

    private final SessionsApi api;
    private final int max;
    private final EventLoop loop;
    private final Consumer<RuntimeException> onFailure;
    private final Map<Long, CompletableFuture<SessionPage>> inFlight = new HashMap<>();
    private long sent;

    /**
     * @param max how many may be in flight at once
     * @param onFailure receives the permanent failure of a request
     */
    InFlightPages(SessionsApi api, int max, EventLoop loop, Consumer<RuntimeException> onFailure) {
        this.api = api;
        this.max = max;
        this.loop = loop;
        this.onFailure = onFailure;
    }

    boolean mayRequest() {
        return inFlight.size() < max;
    }

    /** @param onUnavailable runs if the request fails and other requests can replace it */
    void request(SessionQuery query, Consumer<SessionPage> onResponse, Runnable onUnavailable) {
        long number = sent++;
        CompletableFuture<SessionPage> request = api.fetch(query);
        inFlight.put(number, request);
        // Runs as a step of the loop: a future would swallow exceptions.
        request.whenComplete((page, thrown) -> loop.execute(() -> {
            if (inFlight.remove(number) == null) {
                return;
            }
            if (thrown == null) {
                onResponse.accept(page);
            } else if (isReplaceable(query, ApiException.from(thrown))) {
                onUnavailable.run();
            } else {
                onFailure.accept(ApiException.from(thrown));
            }
        }));
    }

    /** A rejected key affects all requests. Any other failure may affect only this kind of request. */
    private static boolean isReplaceable(SessionQuery query, RuntimeException thrown) {
        return thrown instanceof ApiException failure
                && failure.kind() != ApiException.Kind.KEY_REJECTED
                && (!query.isPlain() || failure.kind() == ApiException.Kind.UNREADABLE);
    }

    /** Cancels all requests in flight. */
    void cancel() {
        inFlight.values().forEach(request -> request.cancel(true));
        inFlight.clear();
    }
}
