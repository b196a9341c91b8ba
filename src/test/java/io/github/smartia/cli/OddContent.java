package io.github.smartia.cli;

import static io.github.smartia.cli.Odd.odd;
import static io.github.smartia.cli.Odd.shown;
import static io.github.smartia.cli.School.at;

import io.github.smartia.cli.OddApi.Listed;
import io.github.smartia.cli.OddApi.Other;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What an API may show, show otherwise later, and do in the place of a page. */
final class OddContent {

    private static final int LAST_LOOK = 10;
    private static final Consumer<OddApi> PUPIL_AS_A_NAME = shown("\"status\"", "\"Samma Pelton\":7,\"status\"");

    static final List<Odd> ALL = List.of(
            odd("shuffled ties", OddContent::shufflesTies, "ties", "in a different order", "all that are counted"),
            odd("a new field", shown("\"status\"", "\"year\":7,\"status\""), "fields", "year (number)", "Keeps"),
            odd("names as field names", PUPIL_AS_A_NAME, "fields", "a name that may be a value", "Keeps"),
            odd("a number for a text", shown("\"PT[^\"]+\"", "90"), "fields", "result.duration (number)", "Keeps"),
            odd("no user id", shown("\"userId\"", "\"id\""), "required", "user.userId", "dead letter"),
            odd("a session of megabytes", OddContent::megabytes, "sizes", "largest session 1,1", "dead letter"),
            odd("a stale list", since(list -> list.subList(0, 300)), "stability", "not shown again", "twice"),
            odd("sessions vanish", since(list -> without(list, 380)), "stability", "1 sessions were not", "Deletes"),
            odd("a session moves", since(OddContent::moved), "stability", "1 sessions have another date", "again"),
            odd("lists in another order", OddContent::reversedEmails, "stability", "a different order", "as sets"),
            odd("a session comes late", OddContent::late, "late", "h after its date", "lookback.ms"));

    private static final Other HTML = new Other(200, Map.of("Content-Type", "text/html"), "<!doctype html>Back soon");
    private static final Other REDIRECT = new Other(302, Map.of("Location", "/x"), "");

    static final List<Odd> FAULTS = List.of(
            odd("every other 503", every(2, waiting(503, "2")), "transient", "503", "Retries"),
            odd("cut JSON at times", every(5, json("{\"data\":[")), "transient", "not valid JSON", "Retries"),
            odd("HTML at times", every(6, HTML), "transient", "a web page", "Retries"),
            odd("429 at times", every(4, status(429)), "throttling", "status 429", "fewer requests"),
            odd("429 for an hour", every(1, waiting(429, "3600")), "search", "429", "continues"));

    static final List<Odd> FAILURES = List.of(
            odd("forbidden", every(1, status(403)), "key", "status 403", "names api.key"),
            odd("a redirect", every(1, REDIRECT), "search", "302", "names api.url"),
            odd("a key that expires", after(5, status(401)), "key", "status 401", "names api.key"),
            odd("forbidden later", after(5, status(403)), "key", "status 403", "names api.key"),
            odd("no such call later", after(5, status(404)), "search", "status 404", "names api.url"),
            odd("a redirect later", after(5, REDIRECT), "search", "302", "names api.url"),
            odd("no such call", every(1, status(404)), "search", "status 404", "names api.url"),
            odd("always 400", every(1, status(400)), "search", "status 400", "The task fails"),
            odd("always 503", every(1, status(503)), "search", "status 503", "Retries"),
            odd("always HTML", every(1, HTML), "search", "a web page", "Retries"),
            odd("no total", every(1, json("{\"data\":[]}")), "search", "pagination.total", "Retries"),
            odd("unsorted", api -> api.sortKey = OddContent::scrambled, "order", "not sorted", "does not advance"),
            odd("gt ignored", api -> api.boundsIgnored = true, "nothing", "gt is ignored", "reads nothing"));

    private OddContent() {}

    private static void shufflesTies(OddApi api) {
        List<Listed> sessions = new ArrayList<>(School.COMPLETED);
        Instant one = sessions.get(20).exact();
        sessions.subList(11, 40).replaceAll(listed -> at(one, listed));
        api.completed = request -> sessions;
        api.shufflesTies = true;
    }

    private static void megabytes(OddApi api) {
        String large = School.COMPLETED.get(3).json();
        api.shown = json -> json.contains(large)
                ? json.replace("\"status\"", "\"text\":\"" + "x".repeat(1_100_000) + "\",\"status\"")
                : json;
    }

    private static Consumer<OddApi> since(UnaryOperator<List<Listed>> change) {
        return api ->
                api.completed = request -> request > LAST_LOOK ? change.apply(School.COMPLETED) : School.COMPLETED;
    }

    private static List<Listed> without(List<Listed> list, int index) {
        List<Listed> sessions = new ArrayList<>(list);
        sessions.remove(index);
        return sessions;
    }

    private static List<Listed> moved(List<Listed> list) {
        List<Listed> sessions = new ArrayList<>(list);
        Listed last = sessions.get(list.size() - 5);
        sessions.set(list.size() - 5, at(last.exact().plusMillis(1), last));
        return sessions;
    }

    private static void late(OddApi api) {
        api.completed = request -> request > LAST_LOOK ? School.COMPLETED : without(School.COMPLETED, 385);
    }

    private static void reversedEmails(OddApi api) {
        api.shown = json -> json.replaceAll(
                "\"emails\":\\[[^]]*]", api.requests() > LAST_LOOK ? "\"emails\":[1,2]" : "\"emails\":[2,1]");
    }

    private static Consumer<OddApi> every(int nth, Other other) {
        return api -> api.always = request -> request % nth == 0 ? Optional.of(other) : Optional.empty();
    }

    private static Consumer<OddApi> after(int requests, Other other) {
        return api -> api.always = request -> request > requests ? Optional.of(other) : Optional.empty();
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
