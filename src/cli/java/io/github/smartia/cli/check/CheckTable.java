package io.github.smartia.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Findings as a table of 120 columns. */
public final class CheckTable {

    private static final int[] WIDTHS = {8, 32, 36, 38};

    private CheckTable() {}

    public static List<String> lines(Findings findings) {
        List<String> lines = new ArrayList<>(row("", "Assumption", "Seen", "What the connector does then"));
        for (Finding finding : findings.rows()) {
            lines.addAll(row(finding.verdict().label(), finding.assumption().title(), finding.seen(), finding.then()));
        }
        return lines;
    }

    private static List<String> row(String... cells) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < cells.length; i++) {
            wrapped.add(wrap(cells[i], WIDTHS[i]));
            height = Math.max(height, wrapped.get(i).size());
        }
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < cells.length; i++) {
                String part = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                text.append(String.format(Locale.ROOT, "%-" + (WIDTHS[i] + 2) + "s", part));
            }
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
