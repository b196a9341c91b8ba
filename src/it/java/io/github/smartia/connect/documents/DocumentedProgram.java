package io.github.smartia.connect.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program, or a file of settings, as a document shows it, except for what differs from place to place. */
public record DocumentedProgram(String text) {

    /** The only block of a page in this language. */
    public static DocumentedProgram of(String page, String language) {
        List<String> blocks = MarkdownPage.read(Path.of(page)).blocks().stream()
                .filter(block -> block.language().equals(language))
                .map(CodeBlock::text)
                .toList();
        if (blocks.size() != 1) {
            throw new IllegalStateException(
                    "Expected one block of %s in %s, found %d".formatted(language, page, blocks.size()));
        }
        return new DocumentedProgram(blocks.get(0));
    }

    /** With something else in the place of what is shown. */
    public DocumentedProgram with(String shown, Object actual) {
        return new DocumentedProgram(
                new DocumentedCommand(text).with(shown, actual).text());
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
                throw new IllegalStateException("Exited with status " + process.exitValue() + ": " + lines);
            }
            return lines;
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
