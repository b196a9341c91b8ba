package io.github.smartia.connect;

import io.github.smartia.connect.stack.WorkerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was seen of the connector on workers of several versions. */
final class WorkersReport {

    private final List<Row> rows = new ArrayList<>();

    /**
     * What was seen on workers of one version.
     *
     * @param published how many sessions there were in both topics when all had been published
     * @param beforeKill how many completed sessions were committed when the worker was killed
     * @param again how many were published again when their stream's offset had been set back
     */
    record Row(WorkerVersion version, int published, int beforeKill, int again) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %,d | %,d | %,d |",
                    version,
                    System.getProperty("java.version"),
                    published,
                    beforeKill,
                    again);
        }
    }

    void add(Row row) {
        rows.add(row);
    }

    /** As a table in Markdown. */
    String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "| Kafka Connect | Java | Sessions, each once | Of these before a kill -9 | Again, after an offset was set |");
        lines.add("| --- | --- | ---: | ---: | ---: |");
        rows.forEach(row -> lines.add(row.toString()));
        return String.join("\n", lines) + "\n";
    }
}
