package io.github.smartia.connect.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedApiTest {

    private SimulatedApi api = SimulatedApi.start();
    private Client client = new Client(api);

    @AfterEach
    void stop() {
        api.close();
    }

    private void restart(SimulatedApiOptions options) {
        api.close();
        api = SimulatedApi.start(options);
        client = new Client(api);
    }

    private int statusWithKey(String key) throws Exception {
        URI search = URI.create(api.url() + "/smart-ia/sessions/search");
        HttpRequest request = HttpRequest.newBuilder(search)
                .header("X-API-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return client.send(request).statusCode();
    }

    @Test
    void servesOnLoopbackUnderTheBasePath() throws Exception {
        assertThat(api.url()).matches("http://127\\.0\\.0\\.1:\\d+/api/v1");
        assertThat(client.search("{}").headers().firstValue("Content-Type"))
                .hasValue("application/json; charset=utf-8");
    }

    @Test
    void keysDecideWhoMayRead() throws Exception {
        api.keys().accept("second");
        api.keys().forbid("powerless");

        assertThat(statusWithKey(api.key())).isEqualTo(200);
        assertThat(statusWithKey("second")).isEqualTo(200);
        assertThat(statusWithKey("powerless")).isEqualTo(403);
        assertThat(statusWithKey("unknown")).isEqualTo(401);
        assertThat(client.send(HttpRequest.newBuilder(URI.create(api.url())).build())
                        .statusCode())
                .isEqualTo(401);
        api.keys().revoke(api.key());
        assertThat(statusWithKey(api.key())).isEqualTo(401);
    }

    @Test
    void otherCallsGet404Or405() throws Exception {
        assertThat(client.list("/other").statusCode()).isEqualTo(404);
        assertThat(client.list("/search").statusCode()).isEqualTo(405);
        assertThat(client.send(client.request("/in-progress").DELETE().build()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void dataIsFlatNestedOrBothInTurn() throws Exception {
        restart(SimulatedApi.options().shape(DataShape.NESTED));
        assertThat(client.search("{}").body()).startsWith("{\"data\":[[]],");
        api.sessions().add(SessionBuilder.completed().build());
        assertThat(client.found("{}").path("data").path(0)).hasSize(1);

        restart(SimulatedApi.options().shape(DataShape.ALTERNATING));
        assertThat(client.search("{}").body()).startsWith("{\"data\":[],");
        assertThat(client.search("{}").body()).startsWith("{\"data\":[[]],");
        assertThat(client.search("{}").body()).startsWith("{\"data\":[],");
    }

    @Test
    void cursorsMayBeAbsent() throws Exception {
        restart(SimulatedApi.options().withoutCursors());
        api.sessions().add(SessionBuilder.completed().build());
        api.sessions().add(SessionBuilder.completed().build());

        assertThat(client.found("{\"limit\":1}")
                        .path("pagination")
                        .path("nextCursor")
                        .isNull())
                .isTrue();
    }

    @Test
    void manyRequestsAreInFlightAtOnce() {
        restart(SimulatedApi.options().latency(Duration.ofSeconds(1)));
        long before = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            responses.add(client.searchLater("{}"));
        }
        responses.forEach(CompletableFuture::join);

        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(32 / 2));
        assertThat(api.requests().maxConcurrent()).isGreaterThan(16);
        await().until(() -> api.requests().concurrent() == 0);
    }

    @Test
    void requestsAreLogged() throws Exception {
        client.search("{\"limit\":7}");
        client.list("/in-progress?startDate[gt]=1");

        assertThat(api.requests().count()).isEqualTo(2);
        assertThat(api.requests().count(request -> request.key().equals(Optional.of(api.key()))))
                .isEqualTo(2);
        Request search = api.requests().all().get(0);
        assertThat(search.method()).isEqualTo("POST");
        assertThat(search.path()).isEqualTo("/api/v1/smart-ia/sessions/search");
        assertThat(search.body()).isEqualTo("{\"limit\":7}");
        assertThat(search.header("content-length")).hasValue("11");
        assertThat(api.requests().all().get(1).query()).startsWith("startDate%5Bgt%5D=1");
        assertThat(search).hasToString("POST /api/v1/smart-ia/sessions/search");
        api.requests().clear();
        assertThat(api.requests().count()).isZero();
    }

    @Test
    void aClosedConnectionEndsItsRequest() throws Exception {
        api.faults().always(Fault.hang());
        try (Socket socket = client.connect()) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
            await().until(() -> api.requests().concurrent() == 1);
        }
        await().until(() -> api.requests().concurrent() == 0);
    }

    @Test
    void sessionsMayChangeWhileTheyAreServed() throws Exception {
        api.sessions().addAll(new History(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 30), 3).sessions(2000));
        CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 2000; i++) {
                SimulatedSession session = SessionBuilder.inProgress().build();
                api.sessions().add(session);
                api.sessions().complete(session.sessionId(), session.startDate().plusSeconds(1));
                api.sessions().remove(session.sessionId());
            }
        });
        do {
            int total = client.found("{}").path("pagination").path("total").intValue();
            assertThat(total).isBetween(2000, 2001);
        } while (!changes.isDone());
        changes.join();
    }
}
