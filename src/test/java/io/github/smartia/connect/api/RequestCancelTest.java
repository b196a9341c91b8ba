package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionPage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How requests of a queue are cancelled. */
class RequestCancelTest {

    private final VirtualTime time = new VirtualTime();
    private final FakeApi api = new FakeApi(time);
    private final RequestQueue queue = TestQueue.retryingForever(api, new RequestLimits(2, 5), time);

    @Test
    void cancelAbortsARequestInFlightAndFreesItsPlace() {
        List<CompletableFuture<SessionPage>> pages = fetch(3);
        time.pass(Duration.ofMinutes(1));

        pages.get(0).cancel(true);
        time.pass(Duration.ofMinutes(1));

        assertThat(api.request(0)).isCancelled();
        assertThat(api.times()).hasSize(3);
    }

    @Test
    void requestCancelledWhileItWaitsIsNeverMade() {
        List<CompletableFuture<SessionPage>> pages = fetch(2);

        pages.get(1).cancel(true);
        time.pass(Duration.ofMinutes(1));

        assertThat(api.times()).hasSize(1);
    }

    @Test
    void cancelAbortsARetryInFlight() {
        api.failWith(FakeApi.status(500));
        List<CompletableFuture<SessionPage>> pages = fetch(1);
        time.pass(Duration.ZERO);
        api.hang();
        time.pass(Duration.ofSeconds(1));

        pages.get(0).cancel(true);

        assertThat(api.request(1)).isCancelled();
    }

    @Test
    void cancelEndsABackoffAndItsTimer() {
        api.failWith(FakeApi.status(500));
        List<CompletableFuture<SessionPage>> pages = fetch(1);
        time.pass(Duration.ofMillis(1));

        pages.get(0).cancel(true);

        assertThat(time.waiting()).isZero();
    }

    @Test
    void closeCancelsAllRequests() {
        api.failWith(FakeApi.status(500));
        CompletableFuture<SessionPage> inBackoff = queue.fetch(TestQueue.COMPLETED);
        time.pass(Duration.ofMillis(1));
        api.hang();
        List<CompletableFuture<SessionPage>> pages = fetch(5);
        time.pass(Duration.ofMillis(300));
        int made = api.times().size();

        queue.close();
        time.pass(Duration.ofDays(1));

        assertThat(inBackoff).isCancelled();
        assertThat(pages).allSatisfy(page -> assertThat(page).isCancelled());
        assertThat(api.request(1)).isCancelled();
        assertThat(api.times()).hasSize(made);
    }

    @Test
    void requestsAfterCloseAreCancelledAndNotMade() {
        queue.close();

        assertThat(fetch(1).get(0)).isCancelled();
        time.pass(Duration.ofMinutes(1));
        assertThat(api.times()).isEmpty();
    }

    private List<CompletableFuture<SessionPage>> fetch(int requests) {
        return Stream.generate(() -> queue.fetch(TestQueue.COMPLETED))
                .limit(requests)
                .toList();
    }
}
