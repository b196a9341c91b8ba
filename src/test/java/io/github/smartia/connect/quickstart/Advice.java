package io.github.smartia.connect.quickstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to go on with the database once the quickstart has ended. */
final class Advice {

    /** For any version of the file: they ask views alone. */
    static final List<String> QUERIES = List.of(
            "SELECT status, count(*) AS sessions FROM session GROUP BY status;",
            "SELECT * FROM level_by_subject_month ORDER BY month DESC, subject, level LIMIT 20;",
            "SELECT subject, sessions, round(median_seconds / 60) AS minutes FROM duration_by_subject;");

    private Advice() {}

    static List<String> on(Path database) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("The sessions are in " + database + ". Open it with DuckDB (https://duckdb.org) and try:");
        lines.add("");
        lines.add("  duckdb " + database);
        QUERIES.forEach(query -> lines.add("  " + query));
        return lines;
    }
}
