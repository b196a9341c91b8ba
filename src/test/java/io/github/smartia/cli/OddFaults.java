package io.github.smartia.cli;

import static io.github.smartia.cli.Odd.odd;

import io.github.smartia.cli.OddApi.Other;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What an API may do in the place of a page. */
final class OddFaults {

    private static final Other HTML = new Other(200, Map.of("Content-Type", "text/html"), "<!doctype html>Back soon");
    private static final Other REDIRECT = new Other(302, Map.of("Location", "/x"), "");

    static final List<Odd> REMARKS = List.of(
            odd("every other 503", every(2, waiting(503, "2")), "transient", "503", "Retries"),
            odd("cut JSON at times", every(5, json("{\"data\":[")), "transient", "not valid JSON", "Retries"),
            odd("HTML at times", every(6, HTML), "transient", "a web page", "Retries"),
            odd("429 at times", every(4, status(429)), "throttling", "status 429", "fewer requests"),
            odd("429 for an hour", every(1, waiting(429, "3600")), "search", "429", "continues"));

    static final List<Odd> FAILURES = List.of(
            odd("forbidden", every(1, status(403)), "key", "status 403", "names api.key"),
            odd("a redirect", every(1, REDIRECT), "search", "302", "names api.url"),
            odd("no such call", every(1, status(404)), "search", "status 404", "names api.url"),
            odd("always 400", every(1, status(400)), "search", "status 400", "The task fails"),
            odd("always 503", every(1, status(503)), "search", "status 503", "Retries"),
            odd("always HTML", every(1, HTML), "search", "a web page", "Retries"),
            odd("no total", every(1, json("{\"data\":[]}")), "search", "pagination.total", "Retries"),
            odd("unsorted", api -> api.sortKey = OddFaults::scrambled, "order", "not sorted", "does not advance"),
            odd("gt ignored", api -> api.boundsIgnored = true, "nothing", "gt is ignored", "reads nothing"));

    private OddFaults() {}

    private static Consumer<OddApi> every(int nth, Other other) {
        return api -> api.always = request -> request % nth == 0 ? Optional.of(other) : Optional.empty();
    }

    private static Other status(int status) {
        return new Other(status, Map.of(), "");
    }

    private static Other waiting(int status, String retryAfter) {
        return new Other(status, Map.of("Retry-After", retryAfter), "");
    }

    private static Other json(String body) {
        return new Other(200, Map.of(), body);
    }

    private static Instant scrambled(Instant date) {
        return Instant.ofEpochMilli(Long.reverse(date.toEpochMilli()) >>> 16);
    }
}
