package io.github.smartia.cli;

import static io.github.smartia.cli.Odd.odd;

import io.github.smartia.cli.OddApi.Other;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What an API may do in the place of a page. */
final class OddFaults {

    private OddFaults() {}

    static Stream<Odd> faults() {
        return Stream.of(
                odd(
                        "every other 503",
                        every(2, new Other(503, Map.of("Retry-After", "2"), "")),
                        "transient",
                        "503",
                        "Retries"),
                odd(
                        "cut JSON at times",
                        every(5, new Other(200, Map.of(), "{\"data\":[")),
                        "transient",
                        "not valid JSON",
                        "Retries"),
                odd("HTML at times", every(6, html()), "transient", "a web page", "Retries"),
                odd(
                        "429 at times",
                        every(4, new Other(429, Map.of(), "")),
                        "throttling",
                        "status 429",
                        "fewer requests"),
                odd(
                        "429 for an hour",
                        every(1, new Other(429, Map.of("Retry-After", "3600"), "")),
                        "search",
                        "429",
                        "continues"));
    }

    private static Consumer<OddApi> every(int nth, Other other) {
        return api -> api.always = request -> request % nth == 0 ? Optional.of(other) : Optional.empty();
    }

    private static Other html() {
        return new Other(200, Map.of("Content-Type", "text/html"), "<!doctype html>Back soon");
    }

    static Stream<Odd> failures() {
        return Stream.of(
                odd("forbidden", every(1, new Other(403, Map.of(), "")), "key", "status 403", "names api.key"),
                odd(
                        "a redirect",
                        every(1, new Other(302, Map.of("Location", "/x"), "")),
                        "search",
                        "302",
                        "names api.url"),
                odd("no such call", every(1, new Other(404, Map.of(), "")), "search", "status 404", "names api.url"),
                odd("always 400", every(1, new Other(400, Map.of(), "")), "search", "status 400", "The task fails"),
                odd("always 503", every(1, new Other(503, Map.of(), "")), "search", "status 503", "Retries"),
                odd("always HTML", every(1, html()), "search", "a web page", "Retries"),
                odd(
                        "no total",
                        every(1, new Other(200, Map.of(), "{\"data\":[]}")),
                        "search",
                        "pagination.total",
                        "Retries"),
                odd("unsorted", api -> api.sortKey = OddFaults::scrambled, "order", "not sorted", "does not advance"),
                odd("gt ignored", api -> api.boundsIgnored = true, "nothing", "gt is ignored", "reads nothing"));
    }

    private static Instant scrambled(Instant date) {
        return Instant.ofEpochMilli(Long.reverse(date.toEpochMilli()) >>> 16);
    }
}
