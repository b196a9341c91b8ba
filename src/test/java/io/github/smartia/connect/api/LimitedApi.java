package io.github.smartia.connect.api;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An API with a token bucket: so many requests a second, and so many at once after a rest. It refuses the others. */
final class LimitedApi implements SessionsApi {

    private final VirtualTime time;
    private final Random random = new Random(7);
    private final double burst;
    private double perSecond;
    private double tokens;
    private long filledAt;
    private int requests;
    private int refused;

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
        return requests - refused;
    }

    int refused() {
        return refused;
    }

    double refusedShare() {
        return (double) refused / requests;
    }

    @Override
    public CompletableFuture<SessionPage> fetch(SessionQuery query) {
        CompletableFuture<SessionPage> page = new CompletableFuture<>();
        after(milliseconds(5, 15), () -> {
            boolean served = serve();
            after(milliseconds(40, 400), () -> answer(page, served));
        });
        return page;
    }

    private boolean serve() {
        requests++;
        fill();
        if (tokens < 1) {
            refused++;
            return false;
        }
        tokens--;
        return true;
    }

    private void fill() {
        tokens = Math.min(burst, tokens + (time.nanoTime() - filledAt) / 1e9 * perSecond);
        filledAt = time.nanoTime();
    }

    private static void answer(CompletableFuture<SessionPage> page, boolean served) {
        if (served) {
            page.complete(Pages.empty());
        } else {
            page.completeExceptionally(ApiException.answered(
                    ApiException.Kind.PASSING, 429, Optional.empty(), "POST somewhere was answered with status 429"));
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
