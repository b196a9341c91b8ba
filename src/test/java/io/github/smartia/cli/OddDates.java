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

/** What an API may do with dates. */
final class OddDates {

    static final List<Odd> ALL = List.of(
            odd("knows microseconds", OddDates::knowsMicroseconds, "fractions", "more digits", "show again"),
            odd("compares by seconds", OddDates::comparesSeconds, "precision", "by whole seconds", "whole seconds"),
            odd("sorts by seconds", OddDates::sortsBySeconds, "order", "sorted by whole seconds", "last second"),
            odd("includes bounds", api -> api.boundsIncluded = true, "bounds", "gt and lt both", "Nothing is lost"),
            odd("dates with +0000", shown("\\.(\\d{3})Z", ".$1+0000"), "date-forms", "00.000+0000", "Reads ISO"),
            odd("no seconds", shown("(T\\d\\d:\\d\\d):[0-9.]+Z", "$1Z"), "date-forms", "T00:00Z", "Reads ISO"),
            odd("microseconds", shown("\\.(\\d{3})Z", ".$1456Z"), "date-forms", "00.000000Z", "Reads ISO"),
            odd("unreadable dates", shown("(\"createdDate\":\")[^\"]+", "$1noon"), "date-forms", "not a date", ""),
            odd("ahead of its clock", OddDates::ahead, "ahead", "1 sessions are dated", "does not move"));

    private OddDates() {}

    private static void ahead(OddApi api) {
        List<Listed> sessions = new ArrayList<>(School.COMPLETED);
        Instant date = Instant.now().truncatedTo(SECONDS).plus(Duration.ofDays(1));
        sessions.set(380, at(date, School.COMPLETED.get(380)));
        api.completed = request -> sessions;
    }

    private static void knowsMicroseconds(OddApi api) {
        List<Listed> sessions = School.COMPLETED.stream()
                .map(listed -> new Listed(listed.exact().plusNanos(456_000), listed.json()))
                .toList();
        api.completed = request -> sessions;
    }

    private static void comparesSeconds(OddApi api) {
        api.compared = date -> date.truncatedTo(SECONDS);
    }

    /** Shows two sessions of one second, the later one first. */
    private static void sortsBySeconds(OddApi api) {
        Listed first = School.COMPLETED.get(0);
        Listed later = at(first.exact().truncatedTo(SECONDS).plusMillis(999), first);
        List<Listed> sessions = new ArrayList<>(School.COMPLETED);
        sessions.add(0, new Listed(later.exact(), later.json().replaceAll("(\"sessionId\":\")[^\"]+", "$1another")));
        api.completed = request -> sessions;
        api.sortKey = date -> date.truncatedTo(SECONDS);
    }
}
