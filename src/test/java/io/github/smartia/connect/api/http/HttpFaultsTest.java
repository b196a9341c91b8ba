package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.api.RequestListener.Outcome;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.stack.Unchecked;
import io.github.smartia.connect.tls.RawServer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of requests that get no response. */
@Timeout(30)
class HttpFaultsTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final RecordedRequests requests = new RecordedRequests();

    @Test
    void drippingResponseEndsAtItsDeadline() {
        RawServer.Behaviour drip = connection -> {
            connection.getInputStream().read();
            RawServer.send(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            while (true) {
                RawServer.send(connection, " ");
                // The server's pace, not a wait of the test: the deadline ends the connection.
                Thread.sleep(20);
            }
        };
        try (RawServer server = new RawServer(drip)) {
            ApiException failure = Queries.failure(Queries.within(SHORT, server.url()));

            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure)
                    .hasMessage("POST " + server.url()
                            + "/smart-ia/sessions/search got no response: no complete response within 300 ms");
        }
    }

    @Test
    void responseOverTheBoundIsNotReadOn() {
        AtomicLong taken = new AtomicLong();
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n";
        try (RawServer server = new RawServer(endless(head, " ".repeat(1 << 20), taken))) {
            ApiException failure = Queries.failure(Queries.options(server.url()));
            await().until(server::allEnded);

            assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
            assertThat(failure).hasMessageEndingWith("the response is over 32 MiB, and the rest was not read");
            assertThat(taken).hasValueLessThan(64 << 20);
        }
    }

    private static RawServer.Behaviour endless(String head, String more, AtomicLong taken) {
        return connection -> {
            connection.getInputStream().read();
            RawServer.send(connection, head);
            while (true) {
                RawServer.send(connection, more);
                taken.addAndGet(more.length());
            }
        };
    }

    @Test
    void requestThatTimesOutLeavesNoConnection() {
        try (RawServer server = new RawServer(RawServer::awaitEnd);
                PageFetcher api = Queries.reporting(requests, Queries.within(SHORT, server.url()))) {
            CompletableFuture<SessionPage> page = Queries.start(api, Queries.COMPLETED);

            await().until(page::isCompletedExceptionally);

            await().until(() -> server.connections() == 1 && server.allEnded());
            assertThat(requests.ended())
                    .singleElement()
                    .matches(end -> end.outcome() == Outcome.FAILED && end.bytes() == 0);
        }
    }

    @Test
    void cancellingClosesTheConnectionAndIsNotReported() {
        try (RawServer server = new RawServer(RawServer::awaitEnd);
                PageFetcher api = Queries.reporting(requests, Queries.options(server.url()))) {
            CompletableFuture<SessionPage> page = Queries.start(api, Queries.COMPLETED);
            await().until(() -> server.connections() == 1);

            page.cancel(true);

            await().until(server::allEnded);
            assertThat(requests.ended()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoe\r\n\r\n",
                "HTTP/1.1 Zoe\r\n\r\n",
                "HTTP/1.1 200 OK\r\nZoe\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZoe\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: Zoe\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: Zoe\r\nContent-Length: 1\r\n\r\n1"
            })
    void responseThatIsNoHttpIsNotQuoted(String answer) {
        assertFails(RawServer.answering(answer), "got no response: the response is not valid HTTP \\(\\w+\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x: y\r\n"})
    void endlessHeadIsNotReadOn(String more) {
        assertFails(
                endless("HTTP/1.1 200 OK\r\n", more.repeat(1_000), new AtomicLong()),
                "got no response: the response is not valid HTTP \\(MessageConstraintException\\)");
    }

    @Test
    void connectionThatEndsWithoutAWordSaysSo() {
        assertFails(connection -> connection.getInputStream().read(), "got no response: the connection broke: .*");
    }

    private static void assertFails(RawServer.Behaviour behaviour, String message) {
        try (RawServer server = new RawServer(behaviour)) {
            ApiException failure = Queries.failure(Queries.options(server.url()));

            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure).hasMessageMatching("POST \\S+ " + message);
        }
    }

    @Test
    void refusedConnectionMeansTheHostCannotBeReached() {
        RawServer server = new RawServer(connection -> {});
        server.close();

        ApiException failure = Queries.failure(Queries.options(server.url()));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("the host localhost can't be reached: ");
    }

    @Test
    void unknownHostMeansTheHostCannotBeFound() {
        ApiOptions options = Queries.options("https://nowhere.example");
        try (PageFetcher api = api(options, new InMemoryDnsResolver())) {
            ApiException failure = Queries.failure(api);

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure).hasMessageEndingWith("the host nowhere.example can't be found");
        }
    }

    @Test
    void hangingDnsEndsAtTheDeadlineAndLeavesNoConnection() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        DnsResolver hanging = new SystemDefaultDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                Unchecked.run(slow::await);
                return super.resolve(host);
            }
        };
        try (RawServer server = new RawServer(RawServer::awaitEnd);
                PageFetcher api = api(Queries.within(SHORT, server.url()), hanging)) {
            CompletableFuture<SessionPage> page = new CompletableFuture<>();
            Thread fetching = new Thread(() -> api.fetch(Queries.COMPLETED, page));
            fetching.start();
            assertThatThrownBy(page::join).hasMessageEndingWith("no complete response within 300 ms");

            slow.countDown();

            fetching.join();
            await().until(server::allEnded);
        }
    }

    private static PageFetcher api(ApiOptions options, DnsResolver names) {
        HttpConnections connections = new HttpConnections(options, 2, names);
        return new HttpPageFetcher(connections, options, RequestListener.NONE, Clock.systemUTC());
    }
}
