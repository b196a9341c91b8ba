package io.github.smartia.connect.api.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.api.RequestListener.Outcome;
import io.github.smartia.connect.api.RequestListener.RequestOutcome;
import io.github.smartia.connect.api.json.SessionJson;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.stack.Unchecked;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers become. */
class HttpAnswersTest {

    private static final String PUPIL = "Zoë Müller";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true))
            .build();

    private final RecordedRequests requests = new RecordedRequests();

    @AutoClose
    private final PageFetcher api = Queries.reporting(requests, Queries.options(SERVER.baseUrl() + "/api/v1"));

    @ParameterizedTest
    @CsvSource({"'Tue, 06 Jan 2026 11:00:00 GMT', 2026-01-06T11:00:00Z", "noon,"})
    void pageComesWithTheTimeOfTheApiIfItIsSaid(String date, Instant time) {
        byte[] body = SessionJson.page(300, SessionJson.completed().text());
        answer(aResponse().withHeader("Date", date).withBody(body));

        SessionPage page = Queries.fetch(api);

        assertThat(page.entries()).hasSize(1);
        assertThat(page.total()).isEqualTo(300);
        assertThat(page.servedAt()).isEqualTo(Optional.ofNullable(time));
        assertReported(Outcome.SERVED, body.length);
    }

    @Test
    void sessionOverTheBoundIsMalformed() {
        String large = SessionJson.completed()
                .with("x", '"' + "x".repeat(1 << 20) + '"')
                .text();
        answer(aResponse().withBody(SessionJson.page(2, SessionJson.completed().text(), large)));

        assertThat(Queries.fetch(api).entries())
                .extracting(Object::toString)
                .satisfiesExactly(
                        small -> assertThat(small).isEqualTo("session s-1"),
                        malformed -> assertThat(malformed).contains("1,040,384 allowed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", " GZip "})
    void compressedPageIsRead(String coding) {
        answer(aResponse()
                .withHeader("Content-Encoding", coding)
                .withBody(gzip(SessionJson.page(1, SessionJson.completed().text()))));

        assertThat(Queries.fetch(api).entries()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "202, 204, 408, 500, 502, 503, 504, 599 | TRANSIENT | the API could not serve the request",
                "429 | TRANSIENT | the request was throttled",
                "401, 403 | KEY_REJECTED | the API key is not accepted, or lacks the permission for this call",
                "404 | WRONG_URL | there is no such API at this URL: {\"error\":\"invalid limit for … ….\"}",
                "301, 302, 303, 307, 308 | WRONG_URL | the API redirects this URL, and redirects are not followed",
                "400, 402, 405, 413, 415, 422, 451 | REQUEST_REJECTED | the API rejected the request: "
                        + "{\"error\":\"invalid limit for … ….\"}"
            })
    void statusBecomesAFailureThatSaysWhatItMeans(String statuses, Kind kind, String meaning) {
        for (int status :
                Arrays.stream(statuses.split(", ")).mapToInt(Integer::parseInt).toArray()) {
            SERVER.resetRequests();
            String body = "{\"error\":\"invalid limit for " + PUPIL + ".\"}";
            ApiException failure = failure(aResponse()
                    .withStatus(status)
                    .withHeader("Location", SERVER.url("/elsewhere"))
                    .withHeader("WWW-Authenticate", "garbage,,=\"" + Queries.KEY)
                    .withBody(body));

            assertThat(failure)
                    .hasMessage("POST " + SERVER.baseUrl() + "/api/v1/smart-ia/sessions/search responded with status "
                            + status + ": " + meaning);
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.isTransient()).isEqualTo(kind == Kind.TRANSIENT);
            assertThat(failure.isThrottled()).isEqualTo(status == 429);
            assertThat(failure.status()).hasValue(status);
            SERVER.verify(1, anyRequestedFor(anyUrl()));
            assertReported(
                    status == 429 ? Outcome.THROTTLED : Outcome.FAILED,
                    status == 204 ? 0 : body.getBytes(UTF_8).length);
        }
    }

    @Test
    void refusedRequestWithoutAComplaintSaysSo() {
        assertThat(failure(aResponse().withStatus(400)))
                .hasMessageEndingWith("status 400: the API rejected the request, and the response gives no reason");
    }

    /** The status says enough. */
    @ParameterizedTest
    @CsvSource({"429, gzip, TRANSIENT", "401, br, KEY_REJECTED", "403, gzip, KEY_REJECTED"})
    void errorWithABodyThatCannotBeReadKeepsItsStatus(int status, String coding, Kind kind) {
        ApiException failure = failure(aResponse()
                .withStatus(status)
                .withHeader("Retry-After", "7")
                .withHeader("Content-Encoding", coding)
                .withBody("not compressed"));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.status()).hasValue(status);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource({"429, 7, PT7S", "503, 120, PT2M"})
    void retryAfterIsHandedOn(int status, String seconds, Duration wait) {
        ApiException failure = failure(aResponse().withStatus(status).withHeader("Retry-After", seconds));

        assertThat(failure.retryAfter()).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "null", "<html>" + PUPIL + "</html>", "{\"data\":[{\"sessionId\":\"" + PUPIL})
    void unexpectedAnswerMayBecomeAnExpectedOneLater(String body) {
        ApiException failure = failure(aResponse().withBody(body));

        assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(failure.status()).hasValue(200);
        assertThat(failure).hasMessageContaining("responded with status 200: the response is ");
        assertReported(Outcome.FAILED, body.getBytes(UTF_8).length);
    }

    @Test
    void aPageMayBeEmptyWhateverTheApiCounts() {
        answer(aResponse().withBody(SessionJson.page(5)));

        assertThat(Queries.fetch(api, Queries.COMPLETED.withOffset(5)).entries())
                .isEmpty();
        assertThat(Queries.fetch(api).entries()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void brokenConnectionMayBecomeAWorkingOneLater(Fault fault) {
        ApiException failure = failure(aResponse().withFault(fault).withBody(PUPIL));

        assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(failure).hasMessageMatching("POST \\S+ (got no response: .*[^.]|responded with status 200: .*)");
    }

    @Test
    void boundIsCountedAfterDecompression() {
        ApiException failure =
                failure(aResponse().withHeader("Content-Encoding", "gzip").withBody(gzip(new byte[64 << 20])));

        assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(failure).hasMessageEndingWith("the response is over 32 MiB, and the rest was not read");
    }

    @Test
    void whatClaimsToBeCompressedAndIsNotIsRefused() {
        ApiException failure =
                failure(aResponse().withHeader("Content-Encoding", "gzip").withBody(PUPIL));

        assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
    }

    private void assertReported(Outcome outcome, long bytes) {
        RequestOutcome last = requests.ended().get(requests.ended().size() - 1);

        assertThat(last.sessions()).isEqualTo(Status.COMPLETED);
        assertThat(last.outcome()).isEqualTo(outcome);
        assertThat(last.bytes()).isEqualTo(bytes);
        assertThat(last.took()).isBetween(Duration.ofNanos(1), Duration.ofMinutes(1));
    }

    private static void answer(ResponseDefinitionBuilder response) {
        SERVER.stubFor(any(anyUrl()).willReturn(response));
    }

    private ApiException failure(ResponseDefinitionBuilder response) {
        answer(response);
        return Queries.failure(api);
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        Unchecked.run(() -> {
            try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
                gzip.write(body);
            }
        });
        return compressed.toByteArray();
    }
}
