package io.github.smartia.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The SQL that src/docs/analytics.md shows. */
final class AnalyticsPage {

    private static final Path PAGE = Path.of("src", "docs", "analytics.md");
    private static final Pattern SQL = Pattern.compile("^```sql\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern END_OF_STATEMENT = Pattern.compile("(?<=;)\\s+");

    private AnalyticsPage() {}

    /** The one statement in SQL that holds these words. */
    static String sql(String words) throws IOException {
        List<String> statements = SQL.matcher(Files.readString(PAGE))
                .results()
                .flatMap(block -> END_OF_STATEMENT.splitAsStream(block.group(1)))
                .filter(statement -> statement.contains(words))
                .toList();
        if (statements.size() != 1) {
            throw new AssertionError("Not one statement with " + words + ": " + statements);
        }
        return statements.get(0);
    }
}
