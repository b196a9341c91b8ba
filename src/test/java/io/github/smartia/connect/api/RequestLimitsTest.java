package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionPage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How a queue keeps the limits of its key. */
class RequestLimitsTest {

    private final VirtualTime time = new VirtualTime();
    private final FakeApi api = new FakeApi(time);
    private final RequestQueue queue = TestQueue.retryingForever(api, new RequestLimits(2, 5), time);

    @Test
    void requestsAreSpacedEvenlyEvenAfterARest() {
        api.serve();
        time.pass(Duration.ofHours(1));
        fetch(6);

        time.pass(Duration.ofSeconds(5));

        assertThat(api.times()).containsExactly(3_600_000L, 3_600_200L, 3_600_400L, 3_600_600L, 3_600_800L, 3_601_000L);
    }

    @Test
    void requestsInFlightStayWithinTheirLimit() {
        fetch(5);
        time.pass(Duration.ofMinutes(1));
        assertThat(api.times()).hasSize(2);

        api.serve(0);
        time.pass(Duration.ofMinutes(1));
        assertThat(api.times()).hasSize(3);

        api.request(1).completeExceptionally(ApiExceptions.answered(ApiException.Kind.REQUEST_REJECTED, 400, "no"));
        time.pass(Duration.ofMinutes(1));
        assertThat(api.times()).hasSize(4);
    }

    @Test
    void throttledRequestPausesTheWholeKey() {
        fetch(1);
        fail(0, FakeApi.status(429, Optional.of(Duration.ofHours(1))));

        fetch(2);
        time.pass(Duration.ofMinutes(59));
        assertThat(api.times()).hasSize(1);

        time.pass(Duration.ofMinutes(2));
        assertThat(api.times()).hasSize(3).element(1).isEqualTo(3_600_000L);
    }

    @Test
    void otherFailuresPauseTheirOwnRequestOnly() {
        fetch(1);
        fail(0, FakeApi.status(503, Optional.of(Duration.ofHours(1))));

        fetch(2);
        time.pass(Duration.ofSeconds(1));

        assertThat(api.times()).containsExactly(0L, 200L, 400L);
    }

    @Test
    void shorterRetryAfterDoesNotShortenALongerOne() {
        fetch(2);
        time.pass(Duration.ofSeconds(1));
        fail(0, FakeApi.status(429, Optional.of(Duration.ofSeconds(100))));
        fail(1, FakeApi.status(429, Optional.of(Duration.ofSeconds(1))));

        time.pass(Duration.ofSeconds(99));
        assertThat(api.times()).hasSize(2);
        time.pass(Duration.ofSeconds(2));
        assertThat(api.times()).hasSize(4);
    }

    @Test
    void requestsThrottledTogetherCutTheRateOnce() {
        fetch(2);
        time.pass(Duration.ofMillis(500));
        fail(0, FakeApi.status(429));
        fail(1, FakeApi.status(429));

        time.pass(Duration.ofSeconds(3));

        assertThat(api.times().get(3) - api.times().get(2)).isBetween(280L, 290L);
    }

    @Test
    void cancelledRequestsDoNotRaiseTheRate() {
        fetch(1);
        fail(0, FakeApi.status(429));
        time.pass(Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            CompletableFuture<SessionPage> page = queue.fetch(TestQueue.COMPLETED);
            time.pass(Duration.ofSeconds(1));
            page.cancel(true);
        }

        api.serve(1);
        fetch(2);
        time.pass(Duration.ofSeconds(2));

        assertThat(api.times().get(13) - api.times().get(12)).isGreaterThan(220L);
    }

    private void fetch(int requests) {
        for (int i = 0; i < requests; i++) {
            queue.fetch(TestQueue.COMPLETED);
        }
    }

    private void fail(int number, ApiException failure) {
        time.pass(Duration.ZERO);
        api.request(number).completeExceptionally(failure);
    }
}
