package io.github.smartia.connect;

import io.github.smartia.connect.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The SQL for Flink that src/docs/consumers.md shows.
 *
 * @param statements in their order, each with its semicolon
 */
record FlinkSqlExample(List<String> statements) {

    private static final Path PAGE = Path.of("src", "docs", "consumers.md");
    private static final Pattern BLOCK =
            Pattern.compile("^## Flink SQL$.*?^```sql\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern END_OF_STATEMENT = Pattern.compile("(?<=;)\\s+");

    FlinkSqlExample {
        statements = List.copyOf(statements);
    }

    static FlinkSqlExample ofThePage() throws IOException {
        String block = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No SQL for Flink in " + PAGE))
                .group(1);
        return new FlinkSqlExample(END_OF_STATEMENT.splitAsStream(block).toList());
    }

    /** The same on a stack, on the topics of a connector: only the names of places differ. */
    FlinkSqlExample on(Stack stack, String connector) {
        return with("localhost:9092", stack.broker().bootstrapServers())
                .with("http://localhost:8081", stack.registry().confluentUri().toString())
                .with("smart-ia.sessions.completed", connector + "-completed")
                .with("smart-ia.sessions.in-progress", connector + "-in-progress");
    }

    /** Those that create the tables. */
    List<String> tables() {
        return statements.stream()
                .filter(statement -> statement.startsWith("CREATE TABLE "))
                .toList();
    }

    /** The one query of {@code table}. */
    String queryOf(String table) {
        List<String> queries = statements.stream()
                .filter(statement -> statement.startsWith("SELECT ") && statement.contains("FROM " + table))
                .toList();
        if (queries.size() != 1) {
            throw new AssertionError("Not one query of " + table + " in " + statements);
        }
        return queries.get(0);
    }

    private FlinkSqlExample with(String place, String other) {
        String quoted = "'" + place + "'";
        if (statements.stream().noneMatch(statement -> statement.contains(quoted))) {
            throw new AssertionError(quoted + " is not in " + statements);
        }
        return new FlinkSqlExample(statements.stream()
                .map(statement -> statement.replace(quoted, "'" + other + "'"))
                .toList());
    }
}
