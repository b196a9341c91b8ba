package io.github.smartia.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorArchiveTest {

    @TempDir
    private Path directory;

    private Path file;
    private ConnectorArchive archive;

    @BeforeEach
    void placeArchive() {
        file = directory.resolve("connector.zip");
        archive = new ConnectorArchive(file);
    }

    @Test
    void unpacksFilesWhereTheyBelong() throws IOException {
        zip("connector-1/lib/a.jar", "content of a");
        archive.unpackInto(directory.resolve("plugins"));

        assertThat(directory.resolve("plugins/connector-1/lib/a.jar")).hasContent("content of a");
    }

    @Test
    void saysHowToMakeAnArchiveThatIsMissing() {
        assertThat(archive.exists()).isFalse();
        assertThatThrownBy(archive::require)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("mvn package");
    }

    @Test
    void refusesEntriesOutsideTheArchive() throws IOException {
        zip("../outside.jar", "content");

        assertThatThrownBy(() -> archive.unpackInto(directory.resolve("plugins")))
                .isInstanceOf(UncheckedIOException.class)
                .rootCause()
                .hasMessageContaining("../outside.jar");
        assertThat(directory.resolve("outside.jar")).doesNotExist();
    }

    private void zip(String name, String content) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
