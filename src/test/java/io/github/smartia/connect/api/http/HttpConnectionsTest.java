package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.api.json.SessionJson;
import io.github.smartia.connect.model.SessionPage;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How connections and threads are kept and let go. */
@Timeout(30)
class HttpConnectionsTest {

    private static final String PAGE = new String(SessionJson.page(0), StandardCharsets.UTF_8);

    @Test
    void connectionIsUsedAgain() {
        try (RawServer server = new RawServer(HttpConnectionsTest::answerAll);
                SessionsApi api = api(server, 1)) {
            for (int i = 0; i < 5; i++) {
                api.fetch(Queries.COMPLETED).join();
            }

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void connectionThatTheServerHasClosedIsNotUsedAgain() {
        try (RawServer server = new RawServer(HttpConnectionsTest::answer);
                SessionsApi api = api(server, 1)) {
            api.fetch(Queries.COMPLETED).join();
            await().until(server::allEnded);

            // The client hears of the end a moment after the server: until then a request may still fail.
            await().ignoreExceptions()
                    .until(() -> api.fetch(Queries.COMPLETED).join().total() == 0);
        }
    }

    @Test
    void thereAreNoMoreConnectionsThanSet() {
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = new RawServer(connection -> {
                    readRequest(connection);
                    requests.incrementAndGet();
                    RawServer.awaitEnd(connection);
                });
                SessionsApi api = api(server, 2)) {
            List<CompletableFuture<SessionPage>> pages =
                    Stream.generate(() -> api.fetch(Queries.COMPLETED)).limit(6).toList();
            // A request that is cancelled while it sets out may keep its connection until it times out.
            await().until(() -> requests.get() == 2);

            pages.get(0).cancel(true);
            pages.get(1).cancel(true);

            await().until(() -> server.connections() == 4);
        }
    }

    @Test
    void closingCancelsAllRequestsAndLeavesNoThread() {
        RawServer server = new RawServer(RawServer::awaitEnd);
        SessionsApi api = api(server, 2);
        List<CompletableFuture<SessionPage>> pages =
                Stream.generate(() -> api.fetch(Queries.COMPLETED)).limit(6).toList();
        await().until(() -> server.connections() == 2);
        assertThat(threads()).isNotEmpty();

        api.close();

        assertThat(pages).allSatisfy(page -> assertThat(page).isCancelled());
        await().untilAsserted(() -> assertThat(threads()).isEmpty());
        await().until(server::allEnded);
        server.close();
    }

    @Test
    void requestsAfterClosingAreCancelled() {
        try (RawServer server = new RawServer(HttpConnectionsTest::answerAll)) {
            SessionsApi api = api(server, 1);
            api.close();
            api.close();

            assertThat(api.fetch(Queries.COMPLETED)).isCancelled();
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void severalShareConnectionsAndEachMayEndByItself() {
        try (RawServer server = new RawServer(HttpConnectionsTest::answerAll);
                HttpExchanges shared = new HttpExchanges(Queries.options(server.url()), 1, 1, Clock.systemUTC())) {
            SessionsApi one = new HttpSessionsApi(Queries.options(server.url()), shared, RequestListener.NONE);
            SessionsApi other = new HttpSessionsApi(Queries.options(server.url()), shared, RequestListener.NONE);
            one.fetch(Queries.COMPLETED).join();
            other.fetch(Queries.COMPLETED).join();

            one.close();

            assertThat(one.fetch(Queries.COMPLETED)).isCancelled();
            assertThat(other.fetch(Queries.COMPLETED).join().total()).isZero();
            assertThat(server.connections()).isEqualTo(1);
        }
        await().untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    private static SessionsApi api(RawServer server, int connections) {
        return new HttpSessionsApi(Queries.options(server.url()), connections, Clock.systemUTC());
    }

    private static Stream<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("smart-ia-http"));
    }

    private static void answerAll(Socket connection) throws IOException {
        while (answer(connection)) {
            // The next request comes over the same connection.
        }
    }

    /** Answers the next request, unless there is none. */
    private static boolean answer(Socket connection) throws IOException {
        boolean read = readRequest(connection);
        if (read) {
            RawServer.send(connection, "HTTP/1.1 200 OK\r\nContent-Length: " + PAGE.length() + "\r\n\r\n" + PAGE);
        }
        return read;
    }

    /** Reads a request to its end, unless there is none: the body of each ends with its sort direction. */
    private static boolean readRequest(Socket connection) throws IOException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\"asc\"}}") < 0) {
            int next = connection.getInputStream().read();
            if (next < 0) {
                return false;
            }
            request.append((char) next);
        }
        return true;
    }
}
