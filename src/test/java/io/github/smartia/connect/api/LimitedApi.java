package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An API with a token bucket: so many requests a second, and so many at once after a rest. It throttles the others. */
final class LimitedApi implements PageFetcher {

    private final VirtualTime time;
    private final Random random = new Random(7);
    private final double burst;
    private final Map<Status, Integer> servedByStream = new EnumMap<>(Status.class);
    private double perSecond;
    private double tokens;
    private long filledAt;
    private int requests;
    private int throttled;

    LimitedApi(VirtualTime time, double perSecond, double burst) {
        this.time = time;
        this.perSecond = perSecond;
        this.burst = burst;
        this.tokens = burst;
        this.filledAt = time.nanoTime();
    }

    void allow(double newPerSecond) {
        fill();
        perSecond = newPerSecond;
    }

    int served() {
        return requests - throttled;
    }

    int served(Status stream) {
        return servedByStream.getOrDefault(stream, 0);
    }

    int throttled() {
        return throttled;
    }

    double throttledShare() {
        return (double) throttled / requests;
    }

    @Override
    public void fetch(SessionQuery query, CompletableFuture<SessionPage> page) {
        after(milliseconds(5, 15), () -> {
            boolean served = serve(query.status());
            after(milliseconds(40, 400), () -> respond(page, served));
        });
    }

    private boolean serve(Status stream) {
        requests++;
        fill();
        if (tokens < 1) {
            throttled++;
            return false;
        }
        tokens--;
        servedByStream.merge(stream, 1, Integer::sum);
        return true;
    }

    private void fill() {
        tokens = Math.min(burst, tokens + (time.nanoTime() - filledAt) / 1e9 * perSecond);
        filledAt = time.nanoTime();
    }

    private static void respond(CompletableFuture<SessionPage> page, boolean served) {
        if (served) {
            page.complete(FakeApi.EMPTY);
        } else {
            page.completeExceptionally(FakeApi.status(429));
        }
    }

    private Duration milliseconds(int least, int most) {
        return Duration.ofMillis(random.nextInt(least, most));
    }

    private void after(Duration delay, Runnable step) {
        time.schedule(step, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {}
}
