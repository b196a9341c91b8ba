package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.api.FakeApi;
import io.github.smartia.connect.api.Pages;
import io.github.smartia.connect.api.RequestOutcome.Outcome;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestWatchTest {

    private final RecordedRequests told = new RecordedRequests();
    private final CompletableFuture<RawResponse> answer = new CompletableFuture<>();
    private final CompletableFuture<SessionPage> page = new CompletableFuture<>();

    @Test
    void aPageIsToldOnceItIsReadWithTheBytesOfItsAnswer() {
        watch();
        answer.complete(answer(200));
        assertThat(told.ended()).isEmpty();

        page.complete(Pages.empty());

        assertThat(told.ended()).singleElement().satisfies(end -> {
            assertThat(end.sessions()).isEqualTo(Status.IN_PROGRESS);
            assertThat(end.outcome()).isEqualTo(Outcome.SERVED);
            assertThat(end.bytes()).isEqualTo(3);
            assertThat(end.took()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        });
    }

    @ParameterizedTest
    @CsvSource({"429, REFUSED", "503, FAILED", "401, FAILED"})
    void anotherStatusIsToldAsWhatItMeans(int status, Outcome outcome) {
        watch();
        answer.complete(answer(status));
        page.completeExceptionally(FakeApi.status(status));

        assertThat(told.ended()).singleElement().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(outcome);
            assertThat(end.bytes()).isEqualTo(3);
        });
    }

    @Test
    void aRequestWithoutAnAnswerHasFailedWithoutBytes() {
        watch();
        answer.completeExceptionally(new IllegalStateException("reset"));
        page.completeExceptionally(ApiExceptions.noAnswer(ApiException.Kind.PASSING, "reset"));

        assertThat(told.ended()).singleElement().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(end.bytes()).isZero();
        });
    }

    @Test
    void aRequestThatWasGivenUpIsNotTold() {
        watch();
        page.cancel(false);
        answer.complete(answer(200));

        assertThat(told.ended()).isEmpty();
    }

    private void watch() {
        new RequestWatch(told, Status.IN_PROGRESS).over(answer, page);
    }

    private static RawResponse answer(int status) {
        return new RawResponse(status, Optional.empty(), Optional.empty(), "", new byte[3]);
    }
}
