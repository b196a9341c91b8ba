package io.github.smartia.connect.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report in Markdown, written line by line. */
public final class MarkdownReport {

    private final List<String> lines = new ArrayList<>();

    public MarkdownReport line(String line) {
        lines.add(line);
        return this;
    }

    /** Begins a table; a head that ends in a colon is that of numbers. */
    public MarkdownReport table(String... heads) {
        line("");
        row(Stream.of(heads).map(head -> head.replaceFirst(":$", "")).toArray());
        return row(Stream.of(heads)
                .map(head -> head.endsWith(":") ? "---:" : "---")
                .toArray());
    }

    public MarkdownReport row(Object... cells) {
        return line(Stream.of(cells)
                .map(cell -> cell instanceof Number number
                        ? String.format(Locale.ROOT, "%,d", number.longValue())
                        : cell.toString())
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** Writes the report to a file, and to standard output. */
    public void publish(Path file) {
        System.out.println(this);
        Unchecked.run(() -> Files.writeString(file, toString()));
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
