package io.github.smartia.cli;

import static io.github.smartia.cli.Odd.odd;
import static io.github.smartia.cli.Odd.refusing;

import java.util.List;
import java.util.Random;

/** What an API may do with pages and counts. */
final class OddPages {

    private static final String HUGE = "\"" + "c".repeat(8192) + "\"";

    static final List<Odd> ALL = List.of(
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
            odd("a byte order mark", api -> api.prefix = "\ufeff", "encoding", "byte order mark", "Skips"),
            odd(
                    "no GET call",
                    refusing(400, OddPages::isGet),
                    "in-progress-call",
                    "400",
                    "in.progress.endpoint=search"),
            odd("total zero", api -> api.total = (matching, shown) -> 0, "total", "0 are counted", "full page"),
            odd("total of the page", api -> api.total = (all, shown) -> shown, "total", "counted", "full page"),
            odd("one too few", api -> api.total = (all, shown) -> Math.max(0, all - 1), "total", "counted", ""),
            odd("one too many", api -> api.total = (all, shown) -> all + 1, "total", "shown", "Continues past"),
            odd("other each time", OddPages::random, "total", "for the same request", "full page"));

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
}
