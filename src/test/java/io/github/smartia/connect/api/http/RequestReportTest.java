package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smartia.connect.api.RequestListener.Outcome;
import io.github.smartia.connect.api.RequestListener.RequestOutcome;
import io.github.smartia.connect.api.json.SessionJson;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.tls.RawServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a listener hears of a request. */
@Timeout(30)
class RequestReportTest {

    private static final String PAGE = new String(SessionJson.page(0), StandardCharsets.UTF_8);

    private final RecordedRequests requests = new RecordedRequests();

    @Test
    void pageIsReportedWithTheBytesOfItsResponse() {
        RequestOutcome end = reported(RawServer.answering(response(200, PAGE)));

        assertThat(end.sessions()).isEqualTo(Status.IN_PROGRESS);
        assertThat(end.outcome()).isEqualTo(Outcome.SERVED);
        assertThat(end.bytes()).isEqualTo(PAGE.length());
        assertThat(end.took()).isBetween(Duration.ofNanos(1), Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({"429, THROTTLED", "503, FAILED", "401, FAILED", "200, FAILED"})
    void otherResponseIsReportedAsWhatItMeans(int status, Outcome outcome) {
        RequestOutcome end = reported(RawServer.answering(response(status, "sorry")));

        assertThat(end.outcome()).isEqualTo(outcome);
        assertThat(end.bytes()).isEqualTo(5);
    }

    @Test
    void requestWithoutAResponseFailedWithoutBytes() {
        RequestOutcome end = reported(connection -> connection.getInputStream().read());

        assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(end.bytes()).isZero();
    }

    @Test
    void cancelledRequestIsNotReported() {
        try (RawServer server = new RawServer(RawServer::awaitEnd)) {
            CompletableFuture<SessionPage> page = start(server);
            await().until(() -> server.connections() == 1);

            page.cancel(false);

            await().until(server::allEnded);
            assertThat(requests.ended()).isEmpty();
        }
    }

    private static String response(int status, String body) {
        return "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private RequestOutcome reported(RawServer.Behaviour behaviour) {
        try (RawServer server = new RawServer(behaviour)) {
            start(server);
            await().until(() -> requests.ended().size() == 1);
            return requests.ended().get(0);
        }
    }

    private CompletableFuture<SessionPage> start(RawServer server) {
        ApiOptions options = Queries.options(server.url());
        HttpConnections connections = new HttpConnections(options, 1);
        HttpPageFetcher fetcher = new HttpPageFetcher(connections, options, requests, Clock.systemUTC());
        CompletableFuture<SessionPage> page = Queries.start(fetcher, Queries.IN_PROGRESS);
        page.whenComplete((read, thrown) -> connections.close());
        return page;
    }
}
