package io.github.smartia.cli;

import static io.github.smartia.cli.Odd.odd;
import static io.github.smartia.cli.Odd.shown;
import static io.github.smartia.cli.School.at;
import static java.time.temporal.ChronoUnit.SECONDS;

import io.github.smartia.cli.OddApi.Listed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an API may do with dates. */
final class OddDates {

    private OddDates() {}

    static Stream<Odd> dates() {
        return Stream.of(
                odd(
                        "knows microseconds",
                        api -> api.completed = request -> exactly(Duration.ofNanos(456_000)),
                        "fractions",
                        "more digits",
                        "show again"),
                odd(
                        "compares by seconds",
                        api -> api.compared = date -> date.truncatedTo(SECONDS),
                        "precision",
                        "compared by whole seconds",
                        "whole seconds"),
                odd(
                        "sorts by seconds",
                        api -> {
                            api.completed = request -> backwardsWithinSeconds();
                            api.sortKey = date -> date.truncatedTo(SECONDS);
                        },
                        "order",
                        "sorted by whole seconds",
                        "last second"),
                odd("includes bounds", api -> api.boundsIncluded = true, "bounds", "gt and lt both", "Nothing is lost"),
                odd("dates with +0000", shown("\\.(\\d{3})Z", ".$1+0000"), "date-forms", "00.000+0000", "Reads ISO"),
                odd("no seconds", shown("(T\\d\\d:\\d\\d):[0-9.]+Z", "$1Z"), "date-forms", "T00:00Z", "Reads ISO"),
                odd("microseconds", shown("\\.(\\d{3})Z", ".$1456Z"), "date-forms", "00.000000Z", "Reads ISO"),
                odd("unreadable dates", shown("(\"createdDate\":\")[^\"]+", "$1noon"), "date-forms", "not a date", ""),
                odd("ahead of its clock", OddDates::ahead, "ahead", "1 sessions are dated", "does not move"));
    }

    private static void ahead(OddApi api) {
        List<Listed> sessions = new ArrayList<>(School.COMPLETED);
        Instant date = Instant.now().truncatedTo(SECONDS).plus(Duration.ofDays(1));
        sessions.set(380, at(date, School.COMPLETED.get(380)));
        api.completed = request -> sessions;
    }

    private static List<Listed> exactly(Duration more) {
        return School.COMPLETED.stream()
                .map(listed -> new Listed(listed.exact().plus(more), listed.json()))
                .toList();
    }

    /** Two sessions of one second, the later one first. */
    private static List<Listed> backwardsWithinSeconds() {
        Listed first = School.COMPLETED.get(0);
        Instant later = first.exact().truncatedTo(SECONDS).plusMillis(999);
        List<Listed> sessions = new ArrayList<>(School.COMPLETED);
        sessions.add(
                0,
                new Listed(
                        later,
                        first.json()
                                .replaceAll("(\"endDate\":\")[^\"]+", "$1" + later)
                                .replaceAll("(\"sessionId\":\")[^\"]+", "$1another")));
        return sessions;
    }
}
