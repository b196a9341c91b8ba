package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.model.SessionPage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of requests that get no response. */
@Timeout(30)
class HttpFaultsTest {

    private static final Duration SHORT = Duration.ofMillis(300);

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
            ApiException failure = failure(Queries.within(SHORT, server.url()));

            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure)
                    .hasMessage("POST " + server.url()
                            + "/smart-ia/sessions/search got no response: no complete response within 300 ms");
        }
    }

    @Test
    void responseOverTheBoundIsNotReadOn() {
        AtomicLong taken = new AtomicLong();
        String mebibyte = " ".repeat(1 << 20);
        RawServer.Behaviour endless = connection -> {
            connection.getInputStream().read();
            RawServer.send(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n");
            while (true) {
                RawServer.send(connection, mebibyte);
                taken.addAndGet(mebibyte.length());
            }
        };
        try (RawServer server = new RawServer(endless)) {
            ApiException failure = failure(Queries.options(server.url()));
            await().until(server::allEnded);

            assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
            assertThat(failure).hasMessageEndingWith("the response is over 32 MiB, and the rest was not read");
            assertThat(taken).hasValueLessThan(64 << 20);
        }
    }

    @Test
    void requestThatTimesOutLeavesNoConnection() {
        try (RawServer server = new RawServer(RawServer::awaitEnd);
                PageFetcher api = api(Queries.within(SHORT, server.url()))) {
            CompletableFuture<SessionPage> page = Queries.start(api, Queries.COMPLETED);

            await().until(page::isCompletedExceptionally);

            await().until(() -> server.connections() == 1 && server.allEnded());
        }
    }

    @Test
    void cancellingClosesTheConnection() {
        try (RawServer server = new RawServer(RawServer::awaitEnd);
                PageFetcher api = api(Queries.options(server.url()))) {
            CompletableFuture<SessionPage> page = Queries.start(api, Queries.COMPLETED);
            await().until(() -> server.connections() == 1);

            page.cancel(true);

            await().until(server::allEnded);
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
        try (RawServer server = new RawServer(RawServer.answering(answer))) {
            ApiException failure = failure(Queries.within(Duration.ofSeconds(5), server.url()));

            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure)
                    .hasMessageMatching("POST \\S+ got no response: the response is not valid HTTP \\(\\w+\\)")
                    .hasNoCause();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x: y\r\n"})
    void endlessHeadIsNotReadOn(String more) {
        RawServer.Behaviour endless = connection -> {
            connection.getInputStream().read();
            RawServer.send(connection, "HTTP/1.1 200 OK\r\n");
            while (true) {
                RawServer.send(connection, more.repeat(1_000));
            }
        };
        try (RawServer server = new RawServer(endless)) {
            ApiException failure = failure(Queries.options(server.url()));

            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure).hasMessageEndingWith("the response is not valid HTTP (MessageConstraintException)");
        }
    }

    @Test
    void connectionThatEndsWithoutAWordSaysSo() {
        try (RawServer server =
                new RawServer(connection -> connection.getInputStream().read())) {
            ApiException failure = failure(Queries.options(server.url()));

            assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
            assertThat(failure).hasMessageContaining("got no response: the connection broke: ");
        }
    }

    @Test
    void refusedConnectionMeansTheHostCannotBeReached() {
        RawServer server = new RawServer(connection -> {});
        server.close();

        ApiException failure = failure(Queries.options(server.url()));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessageContaining("the host localhost can't be reached: ");
    }

    @Test
    void failedTlsMeansTheHostCannotBeReached() {
        try (RawServer server = new RawServer(RawServer.answering("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            ApiException failure = failure(Queries.options(server.url().replace("http:", "https:")));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure).hasMessageContaining("no TLS connection to localhost: ");
        }
    }

    @Test
    void unknownHostMeansTheHostCannotBeFound() {
        try (PageFetcher api = api(Queries.options("https://nowhere.example"), name -> {
            throw new UnknownHostException(name);
        })) {
            ApiException failure = failure(api);

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure).hasMessageEndingWith("the host nowhere.example can't be found");
        }
    }

    @Test
    void hangingDnsEndsAtTheDeadline() {
        CountDownLatch over = new CountDownLatch(1);
        try (PageFetcher api = api(Queries.within(SHORT, "https://slow.example"), name -> {
            awaitUninterruptibly(over);
            throw new UnknownHostException(name);
        })) {
            assertThat(failure(api)).hasMessageEndingWith("no complete response within 300 ms");
        } finally {
            over.countDown();
        }
    }

    @Test
    void connectionMadeAfterTheDeadlineIsClosed() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        try (RawServer server = new RawServer(RawServer::awaitEnd);
                PageFetcher api = api(Queries.within(SHORT, server.url()), name -> {
                    awaitUninterruptibly(slow);
                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                })) {
            CompletableFuture<SessionPage> page = new CompletableFuture<>();
            Thread fetching = new Thread(() -> fetchQuietly(api, page));
            fetching.start();
            await().until(page::isDone);

            slow.countDown();
            fetching.join();

            await().until(server::allEnded);
        }
    }

    private static void fetchQuietly(PageFetcher api, CompletableFuture<SessionPage> page) {
        try {
            api.fetch(Queries.COMPLETED, page);
        } catch (RuntimeException e) {
            // The page was complete before.
        }
    }

    @Test
    void closeEndsAConnectThatHangs() {
        try (RawServer server = new RawServer(RawServer::awaitEnd)) {
            PageFetcher api = api(Queries.options(server.url().replace("http:", "https:")));
            CompletableFuture<SessionPage> page = Queries.start(api, Queries.COMPLETED);
            await().until(() -> server.connections() == 1);
            assertThat(page).isNotDone();

            api.close();

            await().until(page::isCompletedExceptionally);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static PageFetcher api(ApiOptions options) {
        return api(options, SystemDefaultDnsResolver.INSTANCE::resolve);
    }

    private static PageFetcher api(ApiOptions options, NameService names) {
        DnsResolver resolver = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return names.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        return new HttpPageFetcher(
                new HttpConnections(options, 2, resolver), options, RequestListener.NONE, Clock.systemUTC());
    }

    private static ApiException failure(ApiOptions options) {
        try (PageFetcher api = api(options)) {
            return failure(api);
        }
    }

    private static ApiException failure(PageFetcher api) {
        CompletableFuture<SessionPage> page = Queries.start(api, Queries.COMPLETED);
        await().until(page::isDone);
        return (ApiException)
                catchThrowableOfType(CompletionException.class, page::join).getCause();
    }

    @FunctionalInterface
    private interface NameService {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }
}
