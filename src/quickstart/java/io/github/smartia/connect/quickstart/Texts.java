package io.github.smartia.connect.quickstart;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the quickstart says before the first record, and at its end. */
final class Texts {

    /** For any version of the file: they ask views alone. */
    static final List<String> QUERIES = List.of(
            "SELECT status, count(*) AS sessions FROM session GROUP BY status;",
            "SELECT * FROM level_by_subject_month ORDER BY month DESC, subject, level LIMIT 20;",
            "SELECT subject, sessions, round(median_seconds / 60) AS minutes FROM duration_by_subject;");

    private Texts() {}

    /** @param addresses where to look at the parts, as {@link #addresses} gives them */
    static String announcement(ConnectorFile connector, List<String> addresses) {
        return """

                Registering the connector %s with config/connector-private.json and these changes:
                  %s
                The worker reads the API key and the secret for pseudonyms from environment variables.

                Addresses:
                %s

                The records contain no names, and pupils' ids are replaced with pseudonyms.
                Ctrl-C stops everything.
                """.formatted(connector.name(), String.join("\n  ", connector.changes()), String.join("\n", addresses));
    }

    static List<String> addresses(Map<String, String> parts) {
        return parts.entrySet().stream()
                .map(part -> String.format(Locale.ROOT, "%-15s %s", part.getKey(), part.getValue()))
                .toList();
    }

    /** What a quickstart that ends by itself has received. Fails where a topic got no record. */
    static List<String> verdict(List<StreamSight> streams, Duration time) {
        String empty = streams.stream()
                .filter(stream -> stream.records() == 0)
                .map(StreamSight::topic)
                .collect(Collectors.joining(" and "));
        if (!empty.isEmpty()) {
            throw new IllegalStateException("No record arrived in " + empty + " within " + time.toSeconds()
                    + " s. Either the API has no such sessions, or the connector could not read them. The worker's"
                    + " log in target/stack-logs gives the reason.");
        }
        return List.of(
                streams.stream()
                        .map(stream -> Snapshot.count(stream.records()) + " records in " + stream.topic())
                        .collect(Collectors.joining(", ", "Ended after " + time.toSeconds() + " s: ", ".")),
                streams.stream()
                        .map(stream -> Snapshot.count(stream.table().rows()) + " " + stream.stream() + " sessions")
                        .collect(Collectors.joining(", ", "In the database: ", ".")));
    }

    static String advice(Path database) {
        return """

                The sessions are in %s. Open it with DuckDB (https://duckdb.org) and try:

                  duckdb %s
                  %s
                """.formatted(database, database, String.join("\n  ", QUERIES));
    }
}
