package io.github.smartia.cli;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a request asks for. */
public record Question(String path, String status, Optional<Instant> after, Optional<Instant> before, JsonNode body) {

    static Question of(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode body = JsonMapper.shared().readTree(text.isEmpty() ? "{}" : text);
        JsonNode search = body.path("search");
        String status = search.path("status").asString("IN_PROGRESS");
        JsonNode range = search.path(status.equals("COMPLETED") ? "endDate" : "startDate");
        return new Question(
                exchange.getRequestURI().getPath(),
                status,
                range.path("gt").stringValueOpt().map(Instant::parse),
                range.path("lt").stringValueOpt().map(Instant::parse),
                body);
    }

    /** Whether a date lies within the bounds, compared as the API does. */
    boolean admits(Instant exact, UnaryOperator<Instant> compared, boolean boundsIncluded) {
        Instant date = compared.apply(exact);
        Predicate<Instant> included = bound -> boundsIncluded && date.equals(bound);
        return after.map(compared)
                        .filter(bound -> !date.isAfter(bound))
                        .filter(included.negate())
                        .isEmpty()
                && before.map(compared)
                        .filter(bound -> !date.isBefore(bound))
                        .filter(included.negate())
                        .isEmpty();
    }

    boolean descending() {
        return body.at("/sort/direction").asString("asc").equals("desc");
    }

    int limit() {
        return body.path("limit").asInt(100);
    }

    int offset() {
        return body.path("offset").asInt(0);
    }
}
