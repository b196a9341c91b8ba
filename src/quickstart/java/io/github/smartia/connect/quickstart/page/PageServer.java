package io.github.smartia.connect.quickstart.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.smartia.connect.quickstart.database.SessionDatabase;
import io.github.smartia.connect.stack.Unchecked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Serves the page, its script, the chart library and the rows of each view to browsers of this machine. */
public final class PageServer implements AutoCloseable {

    /** So that a bookmark or an open tab finds the next quickstart. */
    private static final int PORT = 8480;

    private static final int ANY_PORT = 0;

    private static final List<String> VIEWS =
            List.of("total", "sessions_per_day", "level_by_subject_month", "sessions_by_minutes", "pupil_at_work");

    /** Of Chart.js, from its package on Maven Central. */
    private static final String CHARTS_VERSION = "/META-INF/maven/org.webjars.npm/chart.js/pom.properties";

    private static final String CHARTS = "/META-INF/resources/webjars/chart.js/%s/dist/chart.umd.min.js";

    private final HttpServer server;
    private final Map<String, Supplier<byte[]>> contents = new TreeMap<>();

    private PageServer(HttpServer server, SessionDatabase database, Supplier<?> progress) {
        this.server = server;
        contents.put("/", () -> resource("index.html"));
        contents.put("/page.js", () -> resource("page.js"));
        contents.put("/chart.js", () -> resource(CHARTS.formatted(chartsVersion())));
        contents.put("/data/progress", () -> JsonMapper.shared().writeValueAsBytes(progress.get()));
        VIEWS.forEach(
                view -> contents.put("/data/" + view, () -> database.json(view).getBytes(StandardCharsets.UTF_8)));
    }

    /** Listens on port 8480, or on a free port if 8480 is in use. */
    public static PageServer start(SessionDatabase database, Supplier<?> progress) {
        PageServer page = new PageServer(Unchecked.get(PageServer::listen), database, progress);
        page.server.createContext("/", page::respond);
        page.server.start();
        return page;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static HttpServer listen() throws IOException {
        try {
            return listen(PORT);
        } catch (BindException taken) {
            return listen(ANY_PORT);
        }
    }

    private static HttpServer listen(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }

    private static byte[] resource(String name) {
        return Unchecked.get(() -> {
            try (InputStream resource = PageServer.class.getResourceAsStream(name)) {
                return resource.readAllBytes();
            }
        });
    }

    private static String chartsVersion() {
        Properties pom = new Properties();
        Unchecked.run(() -> pom.load(new ByteArrayInputStream(resource(CHARTS_VERSION))));
        return pom.getProperty("version");
    }

    private void respond(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (!isFromHere(exchange)) {
                exchange.sendResponseHeaders(403, -1);
            } else if (!contents.containsKey(path)) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                send(contents.get(path).get(), type(path), exchange);
            }
        }
    }

    private static String type(String path) {
        if (path.startsWith("/data/")) {
            return "application/json";
        }
        return path.endsWith(".js") ? "text/javascript" : "text/html";
    }

    private static void send(byte[] bytes, String type, HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Another site whose name leads to loopback must not read what is here. */
    private boolean isFromHere(HttpExchange exchange) {
        String port = ":" + server.getAddress().getPort();
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        return host.equals("127.0.0.1" + port) || host.equals("localhost" + port);
    }
}
