package io.github.smartia.cli;

import static io.github.smartia.cli.Odd.odd;
import static io.github.smartia.cli.Odd.refusing;
import static io.github.smartia.cli.Odd.shown;
import static io.github.smartia.cli.School.at;
import static java.time.temporal.ChronoUnit.SECONDS;

import io.github.smartia.cli.OddApi.Listed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What an API may do with dates, pages and counts. */
public final class OddPages {

    private static final String HUGE = "\"" + "c".repeat(8192) + "\"";

    public static final List<Odd> ALL = List.of(
            odd("short pages", api -> api.longestPage = 37, "page-size", "37 sessions where 100", "what it received"),
            odd("a session twice", api -> api.listsTwice = true, "duplicates", "listed again", "once"),
            odd("deep offsets refused", refusing(400, OddPages::isDeep), "deep-offsets", "400", "Falls back to dates"),
            odd("deep offsets failing", refusing(503, OddPages::isDeep), "deep-offsets", "503", "Falls back to dates"),
            odd("offsets ignored", api -> api.offsetsIgnored = true, "offsets", "unexpected sessions", "not join"),
            odd("descending refused", refusing(400, Question::descending), "newest-first", "status 400", "ascending"),
            odd("two bounds refused", refusing(400, OddPages::hasBounds), "bounds", "status 400", "ascending dates"),
            odd("a cursor object", api -> api.nextCursor = "{}", "cursor", "nextCursor is object", "Ignores"),
            odd("a cursor number", api -> api.nextCursor = "17", "cursor", "nextCursor is number", "Ignores"),
            odd("a huge cursor", api -> api.nextCursor = HUGE, "cursor", "8192 characters", "Ignores"),
            odd("data null", api -> api.nothing = "null", "nothing", "data is null", "empty list"),
            odd("a byte order mark", api -> api.body = page -> "\ufeff" + page, "encoding", "byte order mark", "Skips"),
            odd("no GET call", refusing(400, OddPages::isGet), "in-progress-call", "400", "progress.endpoint=search"),
            odd("total zero", api -> api.total = (matching, shown) -> 0, "total", "0 are counted", "full page"),
            odd("total of the page", api -> api.total = (all, shown) -> shown, "total", "counted", "full page"),
            odd("one too few", api -> api.total = (all, shown) -> Math.max(0, all - 1), "total", "counted", ""),
            odd("one too many", api -> api.total = (all, shown) -> all + 1, "total", "shown", "Continues past"),
            odd("other each time", OddPages::random, "total", "for the same request", "full page"));

    public static final List<Odd> DATES = List.of(
            odd("knows microseconds", OddPages::knowsMicroseconds, "fractions", "more digits", "show again"),
            odd("compares by seconds", OddPages::comparesSeconds, "precision", "by whole seconds", "whole seconds"),
            odd("sorts by seconds", OddPages::sortsBySeconds, "order", "sorted by whole seconds", "last second"),
            odd("includes bounds", api -> api.boundsIncluded = true, "bounds", "gt and lt both", "Nothing is lost"),
            odd("dates with +0000", shown("\\.(\\d{3})Z", ".$1+0000"), "date-forms", "00.000+0000", "Reads ISO"),
            odd("no seconds", shown("(T\\d\\d:\\d\\d):[0-9.]+Z", "$1Z"), "date-forms", "T00:00Z", "Reads ISO"),
            odd("microseconds", shown("\\.(\\d{3})Z", ".$1456Z"), "date-forms", "00.000000Z", "Reads ISO"),
            odd("unreadable dates", shown("(\"createdDate\":\")[^\"]+", "$1noon"), "date-forms", "not a date", ""),
            odd("after 2100", OddPages::after2100, "ahead", "1 sessions are dated", "does not move"),
            odd("ahead of its clock", OddPages::ahead, "ahead", "1 sessions are dated", "does not move"));

    private OddPages() {}

    private static boolean isDeep(Question question) {
        return question.offset() > 200;
    }

    private static boolean hasBounds(Question question) {
        return question.after().isPresent() && question.before().isPresent();
    }

    private static boolean isGet(Question question) {
        return question.path().endsWith("in-progress");
    }

    private static void random(OddApi api) {
        Random random = new Random(3);
        api.total = (matching, shown) -> Math.max(shown, matching + random.nextInt(-3, 4));
    }

    private static void ahead(OddApi api) {
        ahead(api, Instant.now().truncatedTo(SECONDS).plus(Duration.ofDays(1)));
    }

    private static void after2100(OddApi api) {
        ahead(api, Instant.parse("2101-01-01T09:00:00Z"));
    }

    private static void ahead(OddApi api, Instant date) {
        List<Listed> sessions = new ArrayList<>(School.COMPLETED);
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
