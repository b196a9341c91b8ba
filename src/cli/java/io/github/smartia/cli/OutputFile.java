package io.github.smartia.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that an option names. */
final class OutputFile {

    private OutputFile() {}

    /** Throws a {@link UsageException} that names {@code option} if the file can't be written. */
    static void write(String option, Path file, String content) {
        try {
            Files.writeString(file, content + System.lineSeparator());
        } catch (IOException e) {
            throw new UsageException(
                    option + " can't be written (" + e.getClass().getSimpleName() + ").");
        }
    }
}
