package io.github.smartia.connect.stack;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The connector's archive as users get it. */
final class ConnectorArchive {

    private final Path archive;

    ConnectorArchive(Path archive) {
        this.archive = archive;
    }

    boolean exists() {
        return Files.exists(archive);
    }

    /** Fails where the archive is not there. */
    void require() {
        if (!exists()) {
            throw new IllegalStateException(
                    "This test runs the packaged connector, and there is no " + archive + ". `mvn package` makes it.");
        }
    }

    /** Unpacks the archive, as a user does into a directory of the plugin path. */
    void unpackInto(Path directory) {
        require();
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
}
