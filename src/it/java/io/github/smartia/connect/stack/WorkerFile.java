package io.github.smartia.connect.stack;

import java.io.StringReader;
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

    public WorkerFile {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    public static WorkerFile read(Path file) {
        return of(Unchecked.get(() -> Files.readString(file)));
    }

    static WorkerFile of(String lines) {
        return new WorkerFile(new TreeMap<>()).with(lines);
    }

    /** What each broker of tests is set to, wherever it runs: one node, quick to form groups and to end them. */
    static WorkerFile ofBroker() {
        return read(Resource.path("broker.properties"));
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

    Path write(Path file) {
        Properties properties = new Properties();
        properties.putAll(settings);
        Unchecked.run(() -> {
            try (Writer out = Files.newBufferedWriter(file)) {
                properties.store(out, null);
            }
        });
        return file;
    }
}
