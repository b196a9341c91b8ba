package io.github.smartia.connect.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

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
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                unpack(zip, entries.nextElement(), directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't unpack " + archive, e);
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path directory) throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("The entry " + entry.getName() + " lies outside the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target);
        }
    }
}
