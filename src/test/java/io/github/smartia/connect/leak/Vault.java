package io.github.smartia.connect.leak;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** A file that the worker's config provider reads, so that settings can name what they must not hold. */
record Vault(Path file) {

    static Vault holding(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Vault(file(".properties", text.toString()));
    }

    /** What a setting holds in the place of a value. */
    String reference(String name) {
        return "${file:" + file + ":" + name + "}";
    }

    /** A file that goes with this JVM. */
    static Path file(String ending, String text) {
        try {
            Path file = Files.createTempFile("leak", ending);
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
