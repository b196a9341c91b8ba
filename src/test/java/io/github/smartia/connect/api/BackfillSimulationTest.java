package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four readers that ask on and on, in simulated time, of an API that says neither its limit nor how long to wait. */
class BackfillSimulationTest {

    private final VirtualTime time = new VirtualTime();
    private final Map<Status, Integer> pages = new EnumMap<>(Status.class);

    @ParameterizedTest(name = "an API that allows {0}/s, {1} at once, asked at {2}/s at most")
    @CsvSource({
        "0.2, 1, 5",
        "1, 1, 1",
        "1, 1, 5",
        "1, 5, 5",
        "2, 1, 2",
        "2, 1, 5",
        "2, 5, 5",
        "5, 1, 5",
        "5, 2, 5",
        "5, 5, 5",
        "5, 1, 20",
        "5, 5, 100",
        "20, 1, 20",
        "20, 5, 20",
        "20, 1, 100"
    })
    void fewRequestsAreThrottledAndMostOfTheLimitIsUsed(double allowed, double burst, double most) {
        LimitedApi api = new LimitedApi(time, allowed, burst);
        readOn(api, most);

        time.pass(Duration.ofMillis(Math.round(3_000_000 / allowed)));

        assertThat((double) api.throttled / api.requests).isLessThan(0.05);
        assertThat(api.served()).isGreaterThan(1_800);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 5", "0, 2"})
    void risenLimitIsReachedWithinMinutes(double allowed, int minutes) {
        LimitedApi api = new LimitedApi(time, allowed, 1);
        readOn(api, 5);
        time.pass(Duration.ofHours(1));
        assertThat(api.throttled).isLessThan(500);

        api.allow(50);
        time.pass(Duration.ofMinutes(minutes));
        int before = api.served();
        time.pass(Duration.ofMinutes(1));

        assertThat(api.served() - before).isGreaterThan(280);
    }

    /** As an API that counts its requests per several minutes. */
    @Test
    void oneRequestPerMinutesServesBothStreams() {
        LimitedApi api = new LimitedApi(time, 1 / 200.0, 1);
        readOn(api, 5, TestQueue.COMPLETED, TestQueue.IN_PROGRESS);

        time.pass(Duration.ofHours(2));

        assertThat(api.served()).isGreaterThan(20);
        assertThat(pages.get(Status.COMPLETED)).isCloseTo(pages.get(Status.IN_PROGRESS), within(1));
    }

    private void readOn(LimitedApi limited, double most) {
        readOn(limited, most, TestQueue.COMPLETED, TestQueue.COMPLETED, TestQueue.COMPLETED, TestQueue.COMPLETED);
    }

    private void readOn(LimitedApi limited, double most, SessionQuery... readers) {
        PageFetcher responding = new FakeApi(time).respond(limited::respond);
        SessionsApi api = TestQueue.retryingForever(responding, new RequestLimits(4, most), time);
        for (SessionQuery reader : readers) {
            askOn(api, reader);
        }
    }

    private void askOn(SessionsApi api, SessionQuery query) {
        api.fetch(query).whenComplete((page, thrown) -> {
            pages.merge(query.status(), 1, Integer::sum);
            askOn(api, query);
        });
    }

    /** An API with a token bucket: so many requests a second, and so many at once after a rest. It throttles the others. */
    private static final class LimitedApi {

        private final VirtualTime time;
        private final Random random = new Random(7);
        private final double burst;
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

        void respond(CompletableFuture<SessionPage> page) {
            after(milliseconds(5, 15), () -> {
                boolean served = serve();
                after(milliseconds(40, 400), () -> respond(page, served));
            });
        }

        private boolean serve() {
            requests++;
            fill();
            if (tokens < 1) {
                throttled++;
                return false;
            }
            tokens--;
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
    }
}
