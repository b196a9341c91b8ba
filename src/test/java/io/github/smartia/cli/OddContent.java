package io.github.smartia.cli;

import static io.github.smartia.cli.Odd.odd;
import static io.github.smartia.cli.Odd.shown;
import static io.github.smartia.cli.School.at;

import io.github.smartia.cli.OddApi.Listed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What an API may show, and show otherwise later. */
final class OddContent {

    private OddContent() {}

    private static final int LAST_LOOK = 10;

    static Stream<Odd> content() {
        return Stream.of(
                odd(
                        "ties in another order",
                        api -> {
                            Instant one = School.COMPLETED.get(20).exact();
                            api.completed = request -> sameDate(one);
                            api.shufflesTies = true;
                        },
                        "ties",
                        "in a different order each time",
                        "all that are counted"),
                odd("a new field", shown("\"status\"", "\"year\":7,\"status\""), "fields", "year (number)", "Keeps"),
                odd(
                        "names as field names",
                        shown("\"status\"", "\"Samma Pelton\":7,\"status\""),
                        "fields",
                        "a name that may be a value",
                        "Keeps"),
                odd("a number for a text", shown("\"PT[^\"]+\"", "90"), "fields", "result.duration (number)", "Keeps"),
                odd("no user id", shown("\"userId\"", "\"id\""), "required", "user.userId", "dead letter"),
                odd(
                        "a session of megabytes",
                        api -> api.shown = json -> json.contains(
                                        School.COMPLETED.get(3).json())
                                ? json.replace("\"status\"", "\"text\":\"" + "x".repeat(1_100_000) + "\",\"status\"")
                                : json,
                        "sizes",
                        "largest session 1,1",
                        "dead letter"));
    }

    private static List<Listed> sameDate(Instant date) {
        return School.COMPLETED.stream()
                .map(listed -> School.COMPLETED.indexOf(listed) > 10 && School.COMPLETED.indexOf(listed) < 40
                        ? at(date, listed)
                        : listed)
                .toList();
    }

    static Stream<Odd> changes() {
        return Stream.of(
                odd("a stale list", since(list -> list.subList(0, 300)), "stability", "not shown again", "twice"),
                odd(
                        "sessions vanish",
                        since(list -> without(list, 380)),
                        "stability",
                        "1 sessions were not",
                        "Deletes"),
                odd("a session moves", since(OddContent::moved), "stability", "1 sessions have another date", "again"),
                odd("lists in another order", OddContent::reversedEmails, "stability", "a different order", "as sets"),
                odd("a session comes late", OddContent::late, "late", "h after its date", "lookback.ms"));
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
        Instant date = last.exact().plusMillis(1);
        sessions.set(list.size() - 5, at(date, last));
        return sessions;
    }

    private static void late(OddApi api) {
        api.completed = request -> request > LAST_LOOK ? School.COMPLETED : without(School.COMPLETED, 385);
    }

    private static void reversedEmails(OddApi api) {
        api.shown = json -> json.replaceAll(
                "\"emails\":\\[[^]]*]", api.requests() > LAST_LOOK ? "\"emails\":[1,2]" : "\"emails\":[2,1]");
    }
}
