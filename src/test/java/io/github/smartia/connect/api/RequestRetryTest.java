package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.http.RecordedRequests;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a queue does with requests that fail. */
class RequestRetryTest {

    private final VirtualTime time = new VirtualTime();
    private final FakeApi api = new FakeApi(time);
    private final RecordedRequests told = new RecordedRequests();

    @Test
    void pageIsHandedOnByAnotherThread() {
        api.serve();
        CompletableFuture<SessionPage> page = fetch(-1);
        assertThat(api.times()).isEmpty();

        time.pass(Duration.ZERO);

        assertThat(page).isCompletedWithValue(FakeApi.EMPTY);
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSIENT", "UNREACHABLE", "PROXY_UNREACHABLE"})
    void transientFailureIsRetriedUntilItPasses(Kind kind) {
        api.failWith(ApiExceptions.noAnswer(kind, "gone"));
        CompletableFuture<SessionPage> page = fetch(-1);
        time.pass(Duration.ofDays(1));
        assertThat(page).isNotDone();

        api.serve();
        time.pass(Duration.ofMinutes(2));

        assertThat(page).isCompletedWithValue(FakeApi.EMPTY);
    }

    @Test
    void eachRetryIsReportedWithItsStream() {
        api.failWith(FakeApi.status(503));
        fetch(2);
        time.pass(Duration.ofDays(1));

        assertThat(told.retried()).containsExactly(Status.COMPLETED, Status.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource(names = {"KEY_REJECTED", "WRONG_URL", "REQUEST_REJECTED", "PROXY_REJECTED"})
    void permanentFailureIsNotRetried(Kind kind) {
        assertEndsAfter(1, ApiExceptions.answered(kind, 400, "no"), -1, TestQueue.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void afterMaxRetriesTheFailureIsFinal(int retries) {
        assertEndsAfter(retries + 1, FakeApi.status(503), retries, TestQueue.COMPLETED);
    }

    static Stream<SessionQuery> queriesThatAreNotPlain() {
        return Stream.of(
                TestQueue.COMPLETED.withOffset(1),
                TestQueue.COMPLETED.newestFirst(),
                TestQueue.COMPLETED.upTo(Instant.EPOCH));
    }

    @ParameterizedTest
    @MethodSource("queriesThatAreNotPlain")
    void requestThatIsNotPlainEndsAfterThreeFailures(SessionQuery query) {
        assertEndsAfter(3, FakeApi.status(503), -1, query);
    }

    @Test
    void unreadableResponseEndsAfterThreeFailures() {
        assertEndsAfter(3, ApiExceptions.answered(Kind.UNREADABLE, 200, "no JSON"), -1, TestQueue.COMPLETED);
    }

    /** Otherwise smaller requests would replace it, and the task would never fail. */
    @Test
    void afterMaxRetriesNoSmallerRequestReplacesAnUnreadableResponse() {
        api.failWith(ApiExceptions.answered(Kind.UNREADABLE, 200, "no JSON"));
        RequestQueue queue = queue(3);
        CompletableFuture<SessionPage> page = queue.fetch(TestQueue.COMPLETED);
        time.pass(Duration.ofDays(1));
        assertThatThrownBy(page::join).cause().extracting("kind").isEqualTo(Kind.UNREADABLE);

        CompletableFuture<SessionPage> smaller = queue.fetch(TestQueue.COMPLETED.withLimit(50));
        time.pass(Duration.ofDays(1));

        assertThat(api.times()).as("four failures in a row").hasSize(4);
        assertThatThrownBy(smaller::join)
                .hasMessageContaining("no JSON")
                .cause()
                .extracting("kind")
                .isEqualTo(Kind.TRANSIENT);
    }

    private void assertEndsAfter(int requests, ApiException failure, int maxRetries, SessionQuery query) {
        api.failWith(failure);
        CompletableFuture<SessionPage> page = queue(maxRetries).fetch(query);

        time.pass(Duration.ofDays(1));

        assertThat(api.times()).hasSize(requests);
        assertThatThrownBy(page::join).hasCause(failure);
    }

    @Test
    void afterAnErrorTheQueueGoesOn() {
        Throwable[] thrown = {new IllegalStateException("a bug"), new OutOfMemoryError("none left")};
        for (Throwable next : thrown) {
            RequestQueue queue = queue(-1);
            api.respond(page -> raise(next));
            CompletableFuture<SessionPage> failed = queue.fetch(TestQueue.COMPLETED);
            time.pass(Duration.ofDays(1));
            assertThatThrownBy(failed::join).hasCause(next);

            api.serve();
            CompletableFuture<SessionPage> behind = queue.fetch(TestQueue.COMPLETED);
            time.pass(Duration.ofSeconds(1));

            assertThat(behind).isCompletedWithValue(FakeApi.EMPTY);
        }
    }

    @Test
    void requestFailsWhereItsFailureCanNotBeHandled() {
        OutOfMemoryError error = new OutOfMemoryError("none left");
        api.failWith(FakeApi.status(500));
        RequestListener broken = new RequestListener() {
            @Override
            public void retried(Status sessions) {
                throw error;
            }
        };

        CompletableFuture<SessionPage> page = queue(-1, broken).fetch(TestQueue.COMPLETED);
        time.pass(Duration.ofDays(1));

        assertThatThrownBy(page::join).hasCause(error);
        assertThat(api.times()).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void whileNoResponseCanBeReadRequestsStayRare() {
        api.failWith(ApiExceptions.answered(Kind.UNREADABLE, 200, "no JSON"));
        RequestQueue queue = queue(-1);
        for (int minute = 0; minute < 60; minute++) {
            queue.fetch(TestQueue.COMPLETED);
            time.pass(Duration.ofMinutes(10));
        }

        assertThat(api.times()).hasSizeLessThan(3 * 60 + 10);
        List<Long> last =
                api.times().subList(api.times().size() - 2, api.times().size());
        assertThat(Duration.ofMillis(last.get(1) - last.get(0))).isGreaterThan(Duration.ofSeconds(29));
    }

    @Test
    void requestThatIsNotPlainMayBeThrottledForLong() {
        api.failWith(FakeApi.status(429));

        CompletableFuture<SessionPage> page = queue(-1).fetch(TestQueue.COMPLETED.withOffset(1));
        time.pass(Duration.ofDays(1));

        assertThat(page).isNotDone();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void retryAfterWinsOverBackoff(int status) {
        api.failWith(FakeApi.status(status, Optional.of(Duration.ofHours(1))));
        fetch(-1);

        time.pass(Duration.ofHours(3));

        assertThat(api.times()).containsExactly(0L, 3_600_000L, 7_200_000L, 10_800_000L);
    }

    private CompletableFuture<SessionPage> fetch(int maxRetries) {
        return queue(maxRetries).fetch(TestQueue.COMPLETED);
    }

    private RequestQueue queue(int maxRetries) {
        return queue(maxRetries, told);
    }

    private RequestQueue queue(int maxRetries, RequestListener listener) {
        RetryLog log = new OutageLog().of("some-school");
        return TestQueue.of(api, new RequestLimits(4, 1_000), maxRetries, time, log, listener);
    }
}
