package io.github.smartia.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.smartia.connect.stack.Unchecked;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.LongBinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An API that does what nobody documents; well-behaved until its fields are set otherwise. For one client. */
public final class OddApi implements AutoCloseable {

    static {
        // Else each response waits for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    public static final String KEY = "key-of-the-odd-api";

    /** A session: its date as the API knows it, and how it is shown. */
    public record Listed(Instant exact, String json) {}

    /** Instead of a page. */
    public record Other(int status, Map<String, String> headers, String body) {}

    public IntFunction<List<Listed>> completed = request -> List.of();
    List<Listed> inProgress = List.of();
    UnaryOperator<Instant> sortKey = date -> date;
    UnaryOperator<Instant> compared = date -> date;
    boolean boundsIncluded;
    boolean boundsIgnored;
    boolean offsetsIgnored;
    boolean listsTwice;
    public boolean shufflesTies;
    int longestPage = 100;
    LongBinaryOperator total = (matching, shown) -> matching;
    String nextCursor = "null";
    String nothing = "[]";
    UnaryOperator<String> shown = json -> json;
    public UnaryOperator<String> body = page -> page;
    final Map<String, String> headers = new LinkedHashMap<>();
    public IntFunction<Optional<Other>> always = request -> Optional.empty();
    Predicate<Question> refuses = question -> false;
    int refusal = 400;

    private final Random random = new Random(5);
    private final HttpServer server;
    private final Set<String> requestHeaders = new TreeSet<>();
    private int requests;

    private OddApi(HttpServer server) {
        this.server = server;
    }

    public static OddApi start() {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return start(Unchecked.get(() -> HttpServer.create(free, 0)));
    }

    static OddApi start(HttpServer server) {
        OddApi api = new OddApi(server);
        server.createContext("/", api::handle);
        server.start();
        return api;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1";
    }

    int requests() {
        return requests;
    }

    /** The names of all headers received. */
    Set<String> requestHeaders() {
        return Set.copyOf(requestHeaders);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests++;
            requestHeaders.addAll(exchange.getRequestHeaders().keySet());
            Other response = response(exchange);
            byte[] body = response.body.getBytes(StandardCharsets.UTF_8);
            headers.forEach(exchange.getResponseHeaders()::set);
            response.headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Other response(HttpExchange exchange) throws IOException {
        Question question = Question.of(exchange);
        if (!KEY.equals(exchange.getRequestHeaders().getFirst("x-api-key"))) {
            return new Other(401, Map.of(), "");
        }
        return always.apply(requests)
                .orElseGet(() -> refuses.test(question)
                        ? new Other(refusal, Map.of(), "{\"message\":\"no\"}")
                        : new Other(200, Map.of(), body.apply(page(question))));
    }

    private String page(Question question) {
        List<Listed> matching =
                new ArrayList<>(question.status().equals("COMPLETED") ? completed.apply(requests) : inProgress);
        if (!boundsIgnored) {
            matching.removeIf(listed -> !question.admits(listed.exact, compared, boundsIncluded));
        }
        if (listsTwice) {
            matching.addAll(List.copyOf(matching.subList(0, matching.size() / 5)));
        }
        if (shufflesTies) {
            Collections.shuffle(matching, random);
        }
        Comparator<Listed> order = Comparator.comparing(listed -> sortKey.apply(listed.exact));
        matching.sort(question.descending() ? order.reversed() : order);
        int from = offsetsIgnored ? 0 : Math.min(question.offset(), matching.size());
        int to = Math.min(from + Math.min(question.limit(), longestPage), matching.size());
        String data = matching.subList(from, to).stream()
                .map(listed -> shown.apply(listed.json))
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"data\":" + (to == from ? nothing : data) + ",\"pagination\":{\"total\":"
                + total.applyAsLong(matching.size(), to - from) + ",\"limit\":" + question.limit() + ",\"offset\":"
                + question.offset() + ",\"nextCursor\":" + nextCursor + "}}";
    }
}
