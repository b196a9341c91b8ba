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

    /** All statements, in their order. */
    static List<String> statements() throws IOException {
        return SQL.matcher(Files.readString(PAGE))
                .results()
                .flatMap(block -> END_OF_STATEMENT.splitAsStream(block.group(1)))
                .toList();
    }

    /** The one statement that holds these words. */
    static String statement(String words) throws IOException {
        List<String> found =
                statements().stream().filter(sql -> sql.contains(words)).toList();
        if (found.size() != 1) {
            throw new AssertionError("Not one statement with " + words + ": " + found);
        }
        return found.get(0);
    }
}
