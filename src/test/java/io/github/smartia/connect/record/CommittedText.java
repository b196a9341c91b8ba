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

    /** A page of {@code src/docs}; {@code -Ddocs.write=true} rewrites it. */
    public static CommittedText page(String name) {
        return new CommittedText(Path.of("src", "docs", name), "docs.write");
    }

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

    /** As {@link #assertHolds(String)}, between the comments {@code section:begin} and {@code section:end}. */
    public void assertHolds(String section, String expected) throws IOException {
        String begin = "<!-- " + section + ":begin -->\n";
        String end = "<!-- " + section + ":end -->";
        String text = read();
        assertThat(text).containsSubsequence(begin, end);
        assertHolds(text.substring(0, text.indexOf(begin)) + begin + expected + text.substring(text.indexOf(end)));
    }

    public String read() throws IOException {
        return Files.readString(file);
    }
}
