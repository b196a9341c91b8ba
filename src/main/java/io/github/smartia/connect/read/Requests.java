package io.github.smartia.connect.read;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.SessionPage;
import io.github.smartia.connect.api.SessionQuery;
import io.github.smartia.connect.api.SessionsApi;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The requests of one stream that are under way; their answers come in on the loop. All of it happens on the loop. */
final class Requests {

    private final SessionsApi api;
    private final int most;
    private final Loop loop;
    private final Consumer<RuntimeException> onFailure;
    private final Map<Long, CompletableFuture<SessionPage>> underWay = new HashMap<>();
    private long sent;

    /**
     * @param most how many may be under way at once
     * @param onFailure takes what a request failed with for good
     */
    Requests(SessionsApi api, int most, Loop loop, Consumer<RuntimeException> onFailure) {
        this.api = api;
        this.most = most;
        this.loop = loop;
        this.onFailure = onFailure;
    }

    boolean mayGo() {
        return underWay.size() < most;
    }

    void send(SessionQuery query, Consumer<SessionPage> onAnswer) {
        CompletableFuture<SessionPage> request = api.fetch(query);
        long number = sent++;
        underWay.put(number, request);
        request.whenCompleteAsync(
                (page, thrown) -> {
                    boolean wanted = underWay.remove(number) != null;
                    if (wanted && thrown != null) {
                        onFailure.accept(ApiException.from(thrown));
                    } else if (wanted) {
                        onAnswer.accept(page);
                    }
                },
                loop);
    }

    /** Whatever is still under way is of no more use. */
    void giveUp() {
        underWay.values().forEach(request -> request.cancel(true));
        underWay.clear();
    }
}
