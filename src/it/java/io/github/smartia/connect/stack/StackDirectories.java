package io.github.smartia.connect.stack;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the build put what the stack runs on, and where the stack may write.
 *
 * @param root all directories of the stack
 * @param kafka jars of a broker and a Connect worker
 * @param registry the unpacked schema registry
 * @param converter plugin directory of the Avro converter; bears the name of its maker
 * @param logs output of the child processes
 * @param archive the connector as users get it; made by {@code mvn package}
 */
public record StackDirectories(Path root, Path kafka, Path registry, Path converter, Path logs, Path archive) {

    static final String PLUGINS = "plugins";

    /** What the POM tells the integration tests. */
    public static StackDirectories ofTheBuild() {
        Path root = Path.of(property("stack.directory"));
        return new StackDirectories(
                root,
                root.resolve("kafka").resolve(property("stack.kafka.version")),
                root.resolve("registry").resolve(property("stack.apicurio.version")),
                root.resolve("converter")
                        .resolve(property("stack.converter.version"))
                        .resolve(property("stack.converter")),
                Path.of(property("stack.logs")),
                Path.of(property("stack.archive")));
    }

    /** Jars of Flink, which the build's profile {@code flink} fetches. */
    Path flink() {
        return root.resolve("flink").resolve(property("stack.flink.version"));
    }

    /** The same parts for another stack, which keeps data and logs of its own. */
    StackDirectories apart(String name) {
        Path ownLogs = logs.resolveSibling(logs.getFileName() + "-" + name);
        return new StackDirectories(root.resolve(name), kafka, registry, converter, ownLogs, archive);
    }

    /** The same directories, with other jars for what is started from them. */
    StackDirectories withKafka(Path jars) {
        return new StackDirectories(root, jars, registry, converter, logs, archive);
    }

    Path fresh(String name) {
        return empty(root.resolve(name));
    }

    Path unpackedConnector() {
        String name = archive.getFileName().toString();
        return root.resolve(PLUGINS).resolve(name.substring(0, name.lastIndexOf('.')));
    }

    void requireArchive() {
        if (!Files.exists(archive)) {
            throw new IllegalStateException(
                    "This test runs the packaged connector, and there is no " + archive + ". `mvn package` makes it.");
        }
    }

    /** Unpacks the archive, as a user does into a directory of the plugin path. */
    void unpackArchiveInto(Path directory) {
        requireArchive();
        Unchecked.run(() -> {
            try (FileSystem zip = FileSystems.newFileSystem(archive);
                    Stream<Path> entries = Files.walk(zip.getPath("/"))) {
                for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                    Path target = directory.resolve(entry.toString().substring(1));
                    Files.createDirectories(target.getParent());
                    Files.copy(entry, target);
                }
            }
        });
    }

    void emptyLogs() {
        empty(logs);
    }

    private static String property(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .orElseThrow(() -> new IllegalStateException("The system property " + name
                        + " is not set. `mvn verify` fetches what the stack runs on and sets it."));
    }

    private static Path empty(Path directory) {
        return Unchecked.get(() -> {
            if (Files.exists(directory)) {
                deleteAll(directory);
            }
            return Files.createDirectories(directory);
        });
    }

    static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
