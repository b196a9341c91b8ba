package io.github.smartia.connect.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.quickstart.database.SessionDatabase;
import io.github.smartia.connect.quickstart.database.SessionRecords;
import io.github.smartia.connect.quickstart.database.SessionTable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageServerTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    private SessionDatabase database;
    private PageServer server;

    @BeforeEach
    void start() {
        database = SessionDatabase.create(directory.resolve("sessions.duckdb"));
        server = PageServer.start(database, () -> Map.of("state", "RUNNING"));
    }

    @AfterEach
    void stop() {
        server.close();
        database.close();
    }

    @Test
    void servesThePageAndItsScripts() throws Exception {
        assertThat(get("").body()).contains("<title>", "src=\"chart.js\"", "src=\"page.js\"");
        assertThat(get("page.js").body()).contains("new Chart(");
        assertThat(get("chart.js").body()).contains("Chart.js v");
    }

    @Test
    void servesProgressAndTheRowsOfViews() throws Exception {
        try (SessionTable table = database.table(SessionStream.COMPLETED)) {
            Instant end = Instant.parse("2026-01-06T10:00:00Z");
            table.write(List.of(SessionRecords.completed("a", end.minusSeconds(60), end)));
        }

        assertThat(get("data/progress").body()).isEqualTo("{\"state\":\"RUNNING\"}");
        assertThat(get("data/sessions_per_day").body()).isEqualTo("[{\"day\":\"2026-01-06\",\"sessions\":1}]");
    }

    @Test
    void servesNothingElse() throws Exception {
        assertThat(get("data/completed").statusCode()).isEqualTo(404);
        assertThat(get("data/total;DROP").statusCode()).isEqualTo(404);
        assertThat(get("tables.sql").statusCode()).isEqualTo(404);
    }

    @Test
    void aNameOfAnotherSiteIsRefused() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            OutputStream request = socket.getOutputStream();
            request.write("GET / HTTP/1.0\r\nHost: evil.example\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void whereThePortIsTakenAnotherIs() {
        try (PageServer second = PageServer.start(database, Map::of)) {
            assertThat(second.address().getPort()).isNotEqualTo(server.address().getPort());
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = server.address().resolve(path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
