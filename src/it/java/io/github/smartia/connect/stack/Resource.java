package io.github.smartia.connect.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file among the resources of integration tests. */
public final class Resource {

    private static final Path DIRECTORY = Path.of("src", "it", "resources", "io", "github", "smartia", "connect")
            .toAbsolutePath();

    private Resource() {}

    public static Path path(String name) {
        return DIRECTORY.resolve(name);
    }

    public static String text(String name) {
        return Unchecked.get(() -> Files.readString(path(name)));
    }
}
