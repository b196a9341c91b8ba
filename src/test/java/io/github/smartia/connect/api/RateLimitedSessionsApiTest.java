package io.github.smartia.connect.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class RateLimitedSessionsApiTest {

    private static final SessionQuery QUERY = SessionQuery.of(Status.COMPLETED, DateField.END_DATE, 100);

    private final VirtualTime time = new VirtualTime();
    private final FakeApi api = new FakeApi(time);
    private final RateLimitedSessionsApi paced = new RateLimitedSessionsApi(api, 2, 5, time, time::nanoTime);

    @Test
    void requestsAreSpacedEvenly() {
        api.answerWith(() -> CompletableFuture.completedFuture(Pages.empty()));

        fetch(6);
        time.pass(Duration.ofSeconds(5));

        assertThat(api.times()).containsExactly(0L, 200L, 400L, 600L, 800L, 1000L);
    }

    @Test
    void restDoesNotEarnABurst() {
        api.answerWith(() -> CompletableFuture.completedFuture(Pages.empty()));
        time.pass(Duration.ofHours(1));

        fetch(3);
        time.pass(Duration.ofSeconds(5));

        assertThat(api.times()).containsExactly(3_600_000L, 3_600_200L, 3_600_400L);
    }

    @Test
    void noMoreThanTheLimitAreUnderWayAtOnce() {
        fetch(5);
        time.pass(Duration.ofMinutes(1));
        assertThat(api.times()).hasSize(2);

        api.answer(0);
        time.pass(Duration.ofMinutes(1));
        assertThat(api.times()).hasSize(3);

        api.request(1).completeExceptionally(FakeApi.status(500));
        time.pass(Duration.ofMinutes(1));
        assertThat(api.times()).hasSize(4);
    }

    @Test
    void aKeyThatSharesSlotsWaitsForOneWithoutLosingItsPace() {
        RequestSlots slots = new RequestSlots(1);
        RateLimitedSessionsApi one = new RateLimitedSessionsApi(api, 2, 5, time, time::nanoTime, slots);
        RateLimitedSessionsApi other = new RateLimitedSessionsApi(api, 2, 5, time, time::nanoTime, slots);
        one.fetch(QUERY);
        one.fetch(QUERY);
        other.fetch(QUERY);
        other.fetch(QUERY);
        time.pass(Duration.ofSeconds(10));
        assertThat(api.times()).containsExactly(0L);

        api.answer(0);
        api.answer(1);
        time.pass(Duration.ofSeconds(1));
        api.answer(2);
        time.pass(Duration.ofSeconds(1));

        assertThat(api.times()).containsExactly(0L, 10_000L, 10_000L, 11_000L);
    }

    @Test
    void pagesAndFailuresAreHandedOnAsTheyAre() {
        List<CompletableFuture<SessionPage>> pages = fetch(2);
        time.pass(Duration.ofSeconds(1));

        api.answer(0);
        ApiException failure = FakeApi.status(500);
        api.request(1).completeExceptionally(new CompletionException(failure));

        assertThat(pages.get(0)).isCompletedWithValue(Pages.empty());
        assertThatThrownBy(pages.get(1)::join).hasCause(failure);
    }

    @Test
    void retryAfterHoldsAllRequestsOfTheKey() {
        fetch(1);
        api.request(0)
                .completeExceptionally(ApiException.answered(
                        ApiException.Kind.PASSING, 503, Optional.of(Duration.ofHours(1)), "busy"));

        fetch(2);
        time.pass(Duration.ofMinutes(59));
        assertThat(api.times()).hasSize(1);

        time.pass(Duration.ofMinutes(2));
        assertThat(api.times()).containsExactly(0L, 3_600_000L, 3_600_200L);
    }

    @Test
    void shorterRetryAfterDoesNotShortenALongerOne() {
        fetch(2);
        time.pass(Duration.ofSeconds(1));
        refuse(0, Optional.of(Duration.ofSeconds(100)));
        refuse(1, Optional.of(Duration.ofSeconds(1)));

        fetch(1);
        time.pass(Duration.ofSeconds(99));
        assertThat(api.times()).hasSize(2);
        time.pass(Duration.ofSeconds(2));
        assertThat(api.times()).hasSize(3);
    }

    @Test
    void refusalsOfRequestsThatWereUnderWayTogetherSlowDownOnce() {
        fetch(2);
        time.pass(Duration.ofSeconds(1));
        refuse(0, Optional.empty());
        refuse(1, Optional.empty());

        fetch(2);
        time.pass(Duration.ofSeconds(1));

        assertThat(api.times().get(3) - api.times().get(2)).isBetween(280L, 290L);
    }

    @Test
    void givenUpRequestsTellNothingOfTheRate() {
        fetch(1);
        refuse(0, Optional.empty());
        for (int i = 0; i < 10; i++) {
            CompletableFuture<SessionPage> page = paced.fetch(QUERY);
            time.pass(Duration.ofSeconds(1));
            page.cancel(true);
        }

        fetch(2);
        time.pass(Duration.ofSeconds(2));

        assertThat(api.times().get(12) - api.times().get(11)).isBetween(280L, 290L);
    }

    @Test
    void cancellingGivesUpTheRequestAndFreesItsPlace() {
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
    void apiThatThrowsDoesNotTakeAPlaceForGood() {
        api.answerWith(() -> {
            throw new IllegalStateException("broken");
        });
        List<CompletableFuture<SessionPage>> pages = fetch(5);
        time.pass(Duration.ofMinutes(1));

        assertThat(api.times()).hasSize(5);
        assertThat(pages).allSatisfy(page -> assertThat(page).isCompletedExceptionally());
    }

    @Test
    void closingCancelsRequestsUnderWayAndWaiting() {
        List<CompletableFuture<SessionPage>> pages = fetch(5);
        time.pass(Duration.ofSeconds(1));

        paced.close();

        assertThat(pages).allSatisfy(page -> assertThat(page).isCancelled());
        assertThat(api.request(0)).isCancelled();
        assertThat(api.closed()).isTrue();
    }

    @Test
    void requestsAfterClosingAreCancelledAndNotMade() {
        paced.close();

        assertThat(paced.fetch(QUERY)).isCancelled();
        time.pass(Duration.ofMinutes(1));
        assertThat(api.times()).isEmpty();
    }

    private List<CompletableFuture<SessionPage>> fetch(int requests) {
        List<CompletableFuture<SessionPage>> pages = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            pages.add(paced.fetch(QUERY));
        }
        return pages;
    }

    private void refuse(int number, Optional<Duration> retryAfter) {
        api.request(number)
                .completeExceptionally(ApiException.answered(ApiException.Kind.PASSING, 429, retryAfter, "too many"));
    }
}
