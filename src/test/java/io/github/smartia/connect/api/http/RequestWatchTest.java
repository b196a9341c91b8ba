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
    private final CompletableFuture<SessionPage> page = new CompletableFuture<>();
    private final RequestWatch watch = new RequestWatch(told, Status.IN_PROGRESS, page);

    @Test
    void pageIsReportedWithTheBytesOfItsResponse() {
        watch.received(response(200));
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
    @CsvSource({"429, THROTTLED", "503, FAILED", "401, FAILED"})
    void otherStatusIsReportedAsWhatItMeans(int status, Outcome outcome) {
        watch.received(response(status));
        page.completeExceptionally(FakeApi.status(status));

        assertThat(told.ended()).singleElement().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(outcome);
            assertThat(end.bytes()).isEqualTo(3);
        });
    }

    @Test
    void requestWithoutAResponseFailedWithoutBytes() {
        page.completeExceptionally(ApiExceptions.noAnswer(ApiException.Kind.TRANSIENT, "reset"));

        assertThat(told.ended()).singleElement().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(end.bytes()).isZero();
        });
    }

    @Test
    void cancelledRequestIsNotReported() {
        page.cancel(false);

        assertThat(told.ended()).isEmpty();
    }

    private static RawResponse response(int status) {
        return new RawResponse(status, Optional.empty(), Optional.empty(), "", new byte[3]);
    }
}
