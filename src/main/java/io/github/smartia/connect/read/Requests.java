package io.github.smartia.connect.read;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Duration;
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
    private long lastAnswer;
    /** Answers to requests before this one are of no use. */
    private long firstOfUse;

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

    /**
     * Sends a request.
     *
     * @param onRefused runs where the request can't be had, and others must do
     */
    void send(SessionQuery query, Consumer<SessionPage> onAnswer, Runnable onRefused) {
        CompletableFuture<SessionPage> request = api.fetch(query);
        long number = sent++;
        if (underWay.isEmpty()) {
            lastAnswer = loop.nanoTime();
        }
        underWay.put(number, request);
        // A step of the loop's own: what it throws the loop must see, and a future would keep to itself.
        request.whenComplete((page, thrown) -> loop.execute(() -> {
            if (underWay.remove(number) != null) {
                ended(number, page, thrown, onAnswer, canDoWithout(query, thrown) ? onRefused : () -> fail(thrown));
            }
        }));
    }

    private void ended(
            long number, SessionPage page, Throwable thrown, Consumer<SessionPage> onAnswer, Runnable onFailed) {
        boolean isOfUse = number >= firstOfUse;
        if (thrown != null) {
            onFailed.run();
        } else if (isOfUse) {
            lastAnswer = loop.nanoTime();
            onAnswer.accept(page);
        }
    }

    private void fail(Throwable thrown) {
        onFailure.accept(ApiException.from(thrown));
    }

    /** A refused key is one for all requests; whatever else is wrong may be so with this kind of request alone. */
    private static boolean canDoWithout(SessionQuery query, Throwable thrown) {
        return thrown != null
                && ApiException.from(thrown) instanceof ApiException failure
                && failure.kind() != ApiException.Kind.KEY_REFUSED
                && (!query.isPlain() || failure.kind() == ApiException.Kind.UNREADABLE);
    }

    /** Whether requests are under way, and the last of their answers came longer than {@code patience} ago. */
    boolean goUnansweredFor(Duration patience) {
        return !underWay.isEmpty() && loop.nanoTime() - lastAnswer >= patience.toNanos();
    }

    /**
     * The answers to what is under way will come too late. The requests go on: to make them again would neither be polite
     * nor bring an end to their retries, and what they may fail with for good matters still.
     */
    void disregardAnswers() {
        firstOfUse = sent;
    }

    /** Whether requests whose answers are of no use are still under way. */
    boolean waitForNothing() {
        return underWay.keySet().stream().anyMatch(number -> number < firstOfUse);
    }

    /** Whatever is still under way is of no more use. */
    void giveUp() {
        underWay.values().forEach(request -> request.cancel(true));
        underWay.clear();
    }
}
