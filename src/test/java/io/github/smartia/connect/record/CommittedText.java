package io.github.smartia.connect.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the repository whose content follows from the code.
 *
 * @param writeProperty the system property that, set to {@code true}, has the file rewritten where it would be compared
 */
public record CommittedText(Path file, String writeProperty) {

    public void assertHolds(String expected) throws IOException {
        if (Boolean.getBoolean(writeProperty)) {
            Files.writeString(file, expected);
        }
        assertThat(read())
                .as(
                        "%s no longer follows from the code; look at the difference, then run the tests with -D%s=true",
                        file, writeProperty)
                .isEqualTo(expected);
    }

    public String read() throws IOException {
        return Files.readString(file);
    }
}
