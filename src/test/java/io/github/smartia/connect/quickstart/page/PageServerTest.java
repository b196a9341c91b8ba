package io.github.smartia.connect.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.quickstart.database.SessionDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageServerTest {

    @TempDir
    private Path directory;

    @AutoClose
    private SessionDatabase database;

    @AutoClose
    private PageServer server;

    @BeforeEach
    void start() {
        database = SessionDatabase.create(directory.resolve("sessions.duckdb"));
        server = PageServer.start(database, () -> Map.of("state", "RUNNING"));
    }

    @Test
    void servesThePageItsScriptsAndData() throws Exception {
        assertThat(get("").body()).contains("<title>", "src=\"chart.js\"", "src=\"page.js\"");
        assertThat(get("page.js").body()).contains("new Chart(");
        assertThat(get("chart.js").body()).contains("Chart.js v");
        assertThat(get("data/progress").body()).isEqualTo("{\"state\":\"RUNNING\"}");
        assertThat(get("data/sessions_per_day").body()).isEqualTo("[]");
    }

    @Test
    void servesNothingElse() throws Exception {
        for (String path : List.of("data/completed", "data/total;DROP", "tables.sql")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
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
        HttpRequest request =
                HttpRequest.newBuilder(server.address().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
