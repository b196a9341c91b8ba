package io.github.smartia.connect.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A program, or a file of settings, as a document shows it, but for what differs from place to place. */
public record DocumentedProgram(String text) {

    /** The one block of a page in this language. */
    public static DocumentedProgram of(String page, String language) throws IOException {
        List<String> blocks = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(Files.readString(Path.of(page)))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        if (blocks.size() != 1) {
            throw new IllegalStateException(
                    "Not one block of %s in %s, but %d".formatted(language, page, blocks.size()));
        }
        return new DocumentedProgram(blocks.get(0));
    }

    /** With something else in the place of what is shown. */
    public DocumentedProgram with(String shown, Object actual) {
        if (!text.contains(shown)) {
            throw new IllegalStateException("There is no " + shown + " in " + text);
        }
        return new DocumentedProgram(text.replace(shown, actual.toString()));
    }

    /** Runs the program from a file; the caller closes it. */
    public Running start(Path interpreter, Path file) throws IOException {
        Files.writeString(file, text);
        Path output = file.resolveSibling(file.getFileName() + ".log");
        Process process = new ProcessBuilder(interpreter.toString(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Running(process, output);
    }

    /** A program that runs. */
    public record Running(Process process, Path output) implements AutoCloseable {

        /** What it has printed so far. */
        public List<String> lines() throws IOException {
            List<String> lines = Files.readAllLines(output);
            if (!process.isAlive()) {
                throw new IllegalStateException("Ended with status " + process.exitValue() + ": " + lines);
            }
            return lines;
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
