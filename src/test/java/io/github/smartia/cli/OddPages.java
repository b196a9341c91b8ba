package io.github.smartia.cli;

import static io.github.smartia.cli.Odd.odd;

import java.util.Random;
import java.util.stream.Stream;

/** What an API may do with pages and counts. */
final class OddPages {

    private OddPages() {}

    static Stream<Odd> pages() {
        return Stream.of(
                odd(
                        "short pages",
                        api -> api.longestPage = 37,
                        "page-size",
                        "37 sessions where 100",
                        "what it received"),
                odd("a session twice", api -> api.listsTwice = true, "duplicates", "listed again", "once"),
                odd(
                        "deep offsets refused",
                        api -> api.refuses = question -> question.offset() > 200,
                        "deep-offsets",
                        "status 400",
                        "Falls back to dates"),
                odd(
                        "deep offsets failing",
                        api -> {
                            api.refuses = question -> question.offset() > 200;
                            api.refusal = 503;
                        },
                        "deep-offsets",
                        "status 503",
                        "Falls back to dates"),
                odd("offsets ignored", api -> api.offsetsIgnored = true, "offsets", "unexpected sessions", "not join"),
                odd(
                        "descending refused",
                        api -> api.refuses = Question::descending,
                        "newest-first",
                        "status 400",
                        "ascending"),
                odd(
                        "both bounds refused",
                        api -> api.refuses = question -> question.after().isPresent()
                                && question.before().isPresent(),
                        "bounds",
                        "status 400",
                        "ascending dates"),
                odd("a cursor object", api -> api.nextCursor = "{}", "cursor", "nextCursor is object", "Ignores"),
                odd("a cursor number", api -> api.nextCursor = "17", "cursor", "nextCursor is number", "Ignores"),
                odd(
                        "a huge cursor",
                        api -> api.nextCursor = "\"" + "c".repeat(8192) + "\"",
                        "cursor",
                        "8192 characters",
                        "Ignores"),
                odd("data null", api -> api.nothing = "null", "nothing", "data is null", "empty list"),
                odd("a byte order mark", api -> api.prefix = "\ufeff", "encoding", "byte order mark", "Skips"),
                odd(
                        "the in-progress call missing",
                        api -> api.refuses = question -> question.path().endsWith("in-progress"),
                        "in-progress-call",
                        "status 400",
                        "in.progress.endpoint=search"));
    }

    static Stream<Odd> counts() {
        return Stream.of(
                odd("total zero", api -> api.total = (matching, shown) -> 0, "total", "0 are counted", "full page"),
                odd("total of the page", api -> api.total = (all, shown) -> shown, "total", "counted", "full page"),
                odd("one too few", api -> api.total = (all, shown) -> Math.max(0, all - 1), "total", "counted", ""),
                odd("one too many", api -> api.total = (all, shown) -> all + 1, "total", "shown", "Continues past"),
                odd("other each time", OddPages::random, "total", "for the same request", "full page"));
    }

    private static void random(OddApi api) {
        Random random = new Random(3);
        api.total = (matching, shown) -> Math.max(shown, matching + random.nextInt(-3, 4));
    }
}
