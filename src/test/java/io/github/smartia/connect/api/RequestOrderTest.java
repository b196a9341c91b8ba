package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionQuery;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which request of a key goes first. */
class RequestOrderTest {

    private static final SessionQuery C1 = TestQueue.COMPLETED.withLimit(1);
    private static final SessionQuery C2 = TestQueue.COMPLETED.withLimit(2);
    private static final SessionQuery C3 = TestQueue.COMPLETED.withLimit(3);
    private static final SessionQuery P1 = TestQueue.IN_PROGRESS.withLimit(1);
    private static final SessionQuery P2 = TestQueue.IN_PROGRESS.withLimit(2);

    private final VirtualTime time = new VirtualTime();
    private final FakeApi api = new FakeApi(time);
    private final RequestQueue queue = TestQueue.retryingForever(api, new RequestLimits(1, 5), time);

    @Test
    void streamsTakeTurns() {
        api.serve();

        fetch(C1, C2, C3, P1, P2);
        time.pass(Duration.ofSeconds(5));

        assertThat(api.queries()).containsExactlyInAnyOrder(C1, C2, C3, P1, P2);
        assertThat(api.queries().subList(0, 4)).containsSubsequence(C1, C2).containsSubsequence(P1, P2);
        assertThat(api.queries().get(4)).isEqualTo(C3);
    }

    @Test
    void throttledRequestKeepsItsPlace() {
        fetch(C1, C2, P1);
        time.pass(Duration.ZERO);
        SessionQuery first = api.queries().get(0);
        api.serve();

        api.request(0).completeExceptionally(FakeApi.status(429));
        time.pass(Duration.ofSeconds(5));

        assertThat(api.queries().get(1)).isEqualTo(first);
        assertThat(api.queries()).hasSize(4).endsWith(C2);
    }

    @Test
    void failedRequestIsOvertakenUntilItIsDueAgain() {
        fetch(C1);
        time.pass(Duration.ZERO);
        api.request(0).completeExceptionally(FakeApi.status(503));
        fetch(C2, C3);
        time.pass(Duration.ZERO);

        time.pass(Duration.ofSeconds(2));
        api.serve();
        api.serve(1);
        time.pass(Duration.ofSeconds(2));

        assertThat(api.queries()).containsExactly(C1, C2, C1, C3);
    }

    private void fetch(SessionQuery... queries) {
        Stream.of(queries).forEach(queue::fetch);
    }
}
