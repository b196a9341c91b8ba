package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.smartia.connect.api.PageFetcher;
import io.github.smartia.connect.api.RequestListener;
import io.github.smartia.connect.api.json.SessionJson;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.tls.RawServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How connections are kept and closed. */
@Timeout(30)
class HttpConnectionsTest {

    private static final String PAGE = new String(SessionJson.page(0), StandardCharsets.UTF_8);

    @Test
    void connectionIsUsedAgain() {
        try (RawServer server = new RawServer(HttpConnectionsTest::answerAll);
                PageFetcher api = Queries.alone(Queries.options(server.url()))) {
            for (int i = 0; i < 5; i++) {
                Queries.fetch(api);
            }

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void connectionClosedByTheServerIsNotUsedAgain() {
        try (RawServer server = new RawServer(HttpConnectionsTest::answer);
                PageFetcher api = Queries.alone(Queries.options(server.url()))) {
            Queries.fetch(api);
            await().until(server::allEnded);

            // The client hears of the end a moment after the server: until then a request may still fail.
            await().ignoreExceptions().until(() -> Queries.fetch(api).total() == 0);
        }
    }

    /** With https, while they connect. */
    @ParameterizedTest
    @ValueSource(strings = {"http:", "https:"})
    void closeAbortsRequestsInFlight(String scheme) {
        try (RawServer server = new RawServer(RawServer::awaitEnd)) {
            PageFetcher api = Queries.alone(Queries.options(server.url().replace("http:", scheme)));
            List<CompletableFuture<SessionPage>> pages = Stream.generate(() -> Queries.start(api, Queries.COMPLETED))
                    .limit(2)
                    .toList();
            await().until(() -> server.connections() == 2);

            api.close();

            await().until(() -> pages.stream().allMatch(CompletableFuture::isCompletedExceptionally));
            await().until(server::allEnded);
        }
    }

    @Test
    void requestCancelledBeforehandOpensNoConnection() {
        try (RawServer server = new RawServer(HttpConnectionsTest::answerAll);
                PageFetcher api = Queries.alone(Queries.options(server.url()))) {
            CompletableFuture<SessionPage> page = new CompletableFuture<>();
            page.cancel(false);

            api.fetch(Queries.COMPLETED, page);

            assertThat(server.connections()).isZero();
            assertThat(Queries.fetch(api).total()).isZero();
        }
    }

    @Test
    void fetchersMayShareConnections() {
        try (RawServer server = new RawServer(HttpConnectionsTest::answerAll);
                HttpConnections shared = new HttpConnections(Queries.options(server.url()), 1)) {
            PageFetcher one = sharing(shared, server);
            PageFetcher other = sharing(shared, server);
            Queries.fetch(one);
            Queries.fetch(other);

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void anErrorInOneRequestLeavesTheOthersTheirConnections() {
        try (RawServer server = new RawServer(HttpConnectionsTest::answerAll);
                HttpConnections shared = new HttpConnections(Queries.options(server.url()), 2);
                BodyReader bodies = new BodyReader()) {
            PageFetcher other = sharing(shared, server);
            Queries.fetch(other);
            HttpPost broken = new HttpPost(server.url());
            broken.setEntity(new EntityTemplate(1, ContentType.APPLICATION_JSON, null, body -> {
                throw new OutOfMemoryError("none left");
            }));

            assertThatThrownBy(() -> shared.execute(broken, Optional.empty(), bodies))
                    .isInstanceOf(OutOfMemoryError.class);

            assertThat(Queries.fetch(other).total()).isZero();
            assertThat(Queries.fetch(other).total()).isZero();
        }
    }

    private static PageFetcher sharing(HttpConnections shared, RawServer server) {
        return new HttpPageFetcher(shared, Queries.options(server.url()), RequestListener.NONE, Clock.systemUTC());
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
