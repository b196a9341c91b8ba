package io.github.smartia.connect.soak;

import io.github.smartia.connect.benchmark.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What happened in a soak, and what became of every session.
 *
 * @param machine before it began
 */
record SoakReport(
        SoakSettings settings,
        Machine machine,
        Findings findings,
        Map<Incident, Integer> incidents,
        Soak.Figures figures) {

    /** As Markdown. */
    String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add(settings + " on " + machine + ":");
        lines.add("");
        lines.add("| What happened | Count |");
        lines.add("| --- | ---: |");
        lines.add(row("requests to the API", figures.requests()));
        lines.add(row("of these answered with a fault", figures.spoilt()));
        incidents.forEach((incident, count) -> lines.add(row(incident.toString(), count)));
        lines.add(row(
                "the connector restarted by hand, since Connect had given up for want of a broker",
                figures.restarts()));
        lines.add(row(
                "records of transactions that were aborted, which readers of committed ones do not see",
                figures.aborted()));
        lines.add("");
        lines.add("| What became of the sessions | Count |");
        lines.add("| --- | ---: |");
        for (Finding finding : Finding.values()) {
            lines.add(row(finding.toString(), findings.count(finding)));
        }
        return String.join("\n", lines) + "\n";
    }

    void writeTo(Path file) {
        try {
            Files.writeString(file, markdown());
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + file, e);
        }
    }

    private static String row(String what, long count) {
        return String.format(Locale.ROOT, "| %s | %,d |", what, count);
    }
}
