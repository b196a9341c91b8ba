package io.github.smartia.connect.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.smartia.connect.api.json.SessionJson;
import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.paging.Oddities.Listed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An API with oddities, over HTTP. */
final class OddServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Listed> sessions;
    private final Oddities oddities;
    private final OddWire wire;
    private final Random random = new Random(7);
    private final HttpServer server;
    private int requests;

    OddServer(List<Listed> sessions, Oddities oddities, OddWire wire) {
        this.sessions = sessions;
        this.oddities = oddities;
        this.wire = wire;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::respond);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            SessionQuery query = query(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            int status =
                    oddities.rejects(query) ? wire.rejection() : wire.status().applyAsInt(requests++);
            byte[] body = status == 200 ? page(query) : "{}".getBytes(UTF_8);
            exchange.getResponseHeaders().add("Retry-After", "0");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static SessionQuery query(JsonNode body) {
        JsonNode dates = body.path("search").path("endDate");
        SessionQuery query = new SessionQuery(
                Status.COMPLETED,
                DateField.END_DATE,
                bound(dates.path("gt")),
                bound(dates.path("lt")),
                SessionQuery.Direction.ASCENDING,
                body.path("limit").intValue(),
                body.path("offset").intValue());
        boolean ascends = body.path("sort").path("direction").stringValue().equals("asc");
        return ascends ? query : query.newestFirst();
    }

    private static Optional<Instant> bound(JsonNode date) {
        return date.isString() ? Optional.of(Instant.parse(date.stringValue())) : Optional.empty();
    }

    private byte[] page(SessionQuery query) {
        SessionPage page = oddities.page(sessions, query, random, Optional.empty());
        String data =
                page.entries().stream().map(entry -> json((Session) entry)).collect(Collectors.joining(",", "[", "]"));
        String json = "{\"data\":" + data + ",\"pagination\":{\"total\":" + page.total() + ",\"limit\":" + query.limit()
                + ",\"nextCursor\":null}}";
        return wire.page().apply(json).getBytes(UTF_8);
    }

    private String json(Session session) {
        SessionJson json = SessionJson.completed()
                .with("sessionId", '"' + session.sessionId() + '"')
                .with("endDate", '"' + session.endDate().orElseThrow().toString() + '"');
        return wire.session().apply(json.text());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
