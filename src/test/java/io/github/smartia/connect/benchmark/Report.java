package io.github.smartia.connect.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All figures as Markdown. */
final class Report {

    private final List<String> lines = new ArrayList<>();

    Report(Machine machine, Arguments arguments) {
        lines.add("`" + arguments.command() + "` on " + machine + ":");
        lines.add("");
        lines.add("| Figure | Value | Target | |");
        lines.add("| --- | --- | --- | --- |");
    }

    void add(String scenario, List<Figure> figures) {
        figures.forEach(figure -> {
            System.out.println(figure.row());
            lines.add("| " + scenario + ": " + figure.row().substring(2));
        });
    }

    String markdown() {
        return String.join("\n", lines) + "\n";
    }

    void writeTo(Path file) {
        try {
            Files.writeString(file, markdown());
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + file, e);
        }
    }
}
