package io.github.smartia.connect.quickstart.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.smartia.connect.quickstart.database.SessionDatabase;
import io.github.smartia.connect.stack.Unchecked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Serves the page, its script, the chart library and the rows of each view to browsers of this machine. */
public final class PageServer implements AutoCloseable {

    /** So that a bookmark or an open tab finds the next quickstart. */
    private static final int PORT = 8480;

    private static final int ANY_PORT = 0;

    private static final List<String> VIEWS =
            List.of("total", "sessions_per_day", "level_by_subject_month", "sessions_by_minutes", "pupil_at_work");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "page-server");
        thread.setDaemon(true);
        return thread;
    });

    private PageServer(HttpServer server, Map<String, Supplier<Content>> contents) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, contents));
        server.start();
    }

    /**
     * Listens at port 8480, or at any port where that is taken.
     *
     * @param progress to be written as a JSON object, each time that the page asks for it
     */
    public static PageServer start(SessionDatabase database, Supplier<?> progress) {
        Map<String, Supplier<Content>> contents = new TreeMap<>();
        contents.put("/", () -> Content.resource("index.html", "text/html"));
        contents.put("/page.js", () -> Content.resource("page.js", "text/javascript"));
        contents.put("/chart.js", () -> Content.resource(ChartLibrary.resource(), "text/javascript"));
        contents.put("/data/progress", () -> Content.json(JsonMapper.shared().writeValueAsString(progress.get())));
        VIEWS.forEach(view -> contents.put("/data/" + view, () -> Content.json(database.json(view))));
        return new PageServer(listen(), contents);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private static HttpServer listen() {
        try {
            return listen(PORT);
        } catch (BindException taken) {
            return listenAnywhere();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer listenAnywhere() {
        return Unchecked.get(() -> listen(ANY_PORT));
    }

    private static HttpServer listen(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }

    private void answer(HttpExchange exchange, Map<String, Supplier<Content>> contents) throws IOException {
        try (exchange) {
            if (!isFromHere(exchange)) {
                exchange.sendResponseHeaders(403, -1);
            } else if (!contents.containsKey(exchange.getRequestURI().getPath())) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                contents.get(exchange.getRequestURI().getPath()).get().send(exchange);
            }
        }
    }

    /** Another site whose name leads to loopback must not read what is here. */
    private boolean isFromHere(HttpExchange exchange) {
        String port = ":" + server.getAddress().getPort();
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        return host.equals("127.0.0.1" + port) || host.equals("localhost" + port);
    }
}
