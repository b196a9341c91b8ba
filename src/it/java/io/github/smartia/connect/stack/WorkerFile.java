package io.github.smartia.connect.stack;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** A worker's settings as users find them in a file, and as they are with changes for another place. */
public record WorkerFile(SortedMap<String, String> settings) {

    private static final Path RESOURCES = Path.of("src", "it", "resources", "io", "github", "smartia", "connect");

    public WorkerFile {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    public static WorkerFile read(Path file) {
        return Unchecked.get(() -> none().with(Files.readString(file)));
    }

    /** A distributed worker of the stack, which lets settings name a secret in a file. */
    static WorkerFile inGroup(String group) {
        Path file = RESOURCES.resolve("worker.properties");
        return none().with(Unchecked.get(() -> Files.readString(file)).replace("GROUP", group));
    }

    /** What each broker of tests is set to, wherever it runs: one node, quick to form groups and to end them. */
    static WorkerFile ofBroker() {
        return read(RESOURCES.resolve("broker.properties"));
    }

    private static WorkerFile none() {
        return new WorkerFile(new TreeMap<>());
    }

    /** With more settings, as lines of a properties file. */
    public WorkerFile with(String lines) {
        Properties properties = new Properties();
        Unchecked.run(() -> properties.load(new StringReader(lines)));
        Map<String, String> more = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> more.put(name, properties.getProperty(name)));
        return with(more);
    }

    WorkerFile with(Map<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(settings);
        all.putAll(more);
        return new WorkerFile(all);
    }

    WorkerFile with(AvroConverterPlugin converter) {
        return with(converter.settings("key.converter")).with(converter.settings("value.converter"));
    }

    /** With another value for a setting that is there: a file that lacks it would not start at its own place. */
    WorkerFile at(String setting, Object value) {
        if (!settings.containsKey(setting)) {
            throw new IllegalStateException(setting + " is missing among " + settings.keySet());
        }
        return with(Map.of(setting, value.toString()));
    }

    static Path write(Path file, Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write " + file, e);
        }
    }
}
