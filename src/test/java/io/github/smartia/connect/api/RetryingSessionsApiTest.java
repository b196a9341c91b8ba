package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.http.RecordedRequests;
import io.github.smartia.connect.logging.SharedLogThrottle;
import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingSessionsApiTest {

    private static final SessionQuery QUERY = SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 100);

    private final VirtualTime time = new VirtualTime();
    private final FakeApi api = new FakeApi(time);
    private final RecordedRequests told = new RecordedRequests();

    @Test
    void answerIsHandedOn() {
        api.answerWith(() -> CompletableFuture.completedFuture(Pages.empty()));

        CompletableFuture<SessionPage> page = retrying(-1).fetch(QUERY);
        time.pass(Duration.ZERO);

        assertThat(page).isCompletedWithValue(Pages.empty());
    }

    @Test
    void requestIsMadeByTheTimerAndNotByTheCaller() {
        retrying(-1).fetch(QUERY);
        assertThat(api.times()).isEmpty();

        time.pass(Duration.ZERO);
        assertThat(api.times()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSING", "UNREACHABLE"})
    void passingFaultIsTriedAgainUntilItHasPassed(Kind kind) {
        api.failWith(ApiExceptions.noAnswer(kind, "gone"));
        CompletableFuture<SessionPage> page = retrying(-1).fetch(QUERY);
        time.pass(Duration.ofDays(1));
        assertThat(page).isNotDone();

        api.answerWith(() -> CompletableFuture.completedFuture(Pages.empty()));
        time.pass(Duration.ofMinutes(2));

        assertThat(page).isCompletedWithValue(Pages.empty());
    }

    @Test
    void eachRetryIsToldWithTheStreamThatItIsFor() {
        api.failWith(FakeApi.status(503));
        retrying(2).fetch(QUERY);
        time.pass(Duration.ofDays(1));

        assertThat(told.retried()).containsExactly(Status.COMPLETED, Status.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource(names = {"KEY_REFUSED", "WRONG_URL", "REQUEST_REFUSED"})
    void lastingFailureIsHandedOnAtOnce(Kind kind) {
        ApiException failure = ApiExceptions.answered(kind, 400, "no");
        api.failWith(failure);

        CompletableFuture<SessionPage> page = retrying(-1).fetch(QUERY);
        time.pass(Duration.ofDays(1));

        assertThat(api.times()).hasSize(1);
        assertThatThrownBy(page::join).hasCause(failure);
    }

    @Test
    void failureThatIsNotTheApisIsHandedOnAtOnce() {
        RuntimeException bug = new IllegalStateException("a bug");
        api.answerWith(() -> {
            throw bug;
        });

        CompletableFuture<SessionPage> page = retrying(-1).fetch(QUERY);
        time.pass(Duration.ofDays(1));

        assertThat(api.times()).hasSize(1);
        assertThatThrownBy(page::join).hasCause(bug);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void failureIsHandedOnAfterAsManyRetriesAsAreAllowed(int retries) {
        ApiException failure = FakeApi.status(503);
        api.failWith(failure);

        CompletableFuture<SessionPage> page = retrying(retries).fetch(QUERY);
        time.pass(Duration.ofDays(1));

        assertThat(api.times()).hasSize(retries + 1);
        assertThatThrownBy(page::join).hasCause(failure);
    }

    @Test
    void pausesGrowToTheirBound() {
        api.failWith(FakeApi.status(500));
        retrying(-1).fetch(QUERY);

        time.pass(Duration.ofMinutes(30));

        assertThat(pause(1)).isBetween(500L, 1_000L);
        assertThat(pause(2)).isBetween(1_000L, 2_000L);
        assertThat(pause(6)).isBetween(16_000L, 32_000L);
        assertThat(pause(7)).isBetween(30_000L, 60_000L);
        assertThat(pause(20)).isBetween(30_000L, 60_000L);
    }

    @Test
    void pauseIsWhatTheApiAskedFor() {
        api.failWith(ApiException.answered(Kind.PASSING, 503, Optional.of(Duration.ofHours(1)), "busy"));
        retrying(-1).fetch(QUERY);

        time.pass(Duration.ofHours(3));

        assertThat(api.times()).containsExactly(0L, 3_600_000L, 7_200_000L, 10_800_000L);
    }

    @Test
    void cancellingEndsARequestUnderWay() {
        CompletableFuture<SessionPage> page = retrying(-1).fetch(QUERY);
        time.pass(Duration.ofSeconds(1));

        page.cancel(true);

        assertThat(api.request(0)).isCancelled();
    }

    @Test
    void cancellingEndsARetryUnderWay() {
        api.failWith(FakeApi.status(500));
        CompletableFuture<SessionPage> page = retrying(-1).fetch(QUERY);
        time.pass(Duration.ZERO);
        api.answerWith(CompletableFuture::new);
        time.pass(Duration.ofSeconds(1));

        page.cancel(true);

        assertThat(api.request(1)).isCancelled();
    }

    @Test
    void cancellingEndsAPause() {
        api.failWith(FakeApi.status(500));
        CompletableFuture<SessionPage> page = retrying(-1).fetch(QUERY);
        time.pass(Duration.ZERO);

        page.cancel(true);
        time.pass(Duration.ofDays(1));

        assertThat(api.times()).hasSize(1);
        assertThat(time.waiting()).isZero();
    }

    @Test
    void closingCancelsRequestsUnderWayAndInAPause() {
        RetryingSessionsApi retrying = retrying(-1);
        CompletableFuture<SessionPage> underWay = retrying.fetch(QUERY);
        time.pass(Duration.ZERO);
        api.failWith(FakeApi.status(500));
        CompletableFuture<SessionPage> pausing = retrying.fetch(QUERY);
        time.pass(Duration.ZERO);

        retrying.close();
        time.pass(Duration.ofDays(1));

        assertThat(underWay).isCancelled();
        assertThat(pausing).isCancelled();
        assertThat(api.request(0)).isCancelled();
        assertThat(api.times()).hasSize(2);
        assertThat(api.closed()).isTrue();
    }

    @Test
    void requestsAfterClosingAreCancelledAndNotMade() {
        RetryingSessionsApi retrying = retrying(-1);
        retrying.close();

        assertThat(retrying.fetch(QUERY)).isCancelled();
        time.pass(Duration.ofDays(1));
        assertThat(api.times()).isEmpty();
    }

    private RetryingSessionsApi retrying(int retries) {
        RetrySettings settings = new RetrySettings(retries, Duration.ofSeconds(1), Duration.ofSeconds(60));
        return new RetryingSessionsApi(
                api, settings, "some-school", new SharedLogThrottle(), told, time, new Random(1));
    }

    /** The time from the request after which there had been {@code failures} failures to the next one. */
    private long pause(int failures) {
        return api.times().get(failures) - api.times().get(failures - 1);
    }
}
