package io.github.smartia.connect.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** A worker's settings as users find them in a file, and as they are with changes for another place. */
public record WorkerFile(SortedMap<String, String> settings) {

    public WorkerFile {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** Reads a properties file. */
    public static WorkerFile read(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            return new WorkerFile(settings(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + file, e);
        }
    }

    private static SortedMap<String, String> settings(Reader in) {
        Properties properties = new Properties();
        try {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    /** With more settings, as lines of a properties file. */
    public WorkerFile with(String lines) {
        SortedMap<String, String> more = new TreeMap<>(settings);
        more.putAll(settings(new StringReader(lines)));
        return new WorkerFile(more);
    }

    /** With another value for a setting that is there: a file that lacks it would not start at its own place. */
    WorkerFile at(String setting, Object value) {
        if (!settings.containsKey(setting)) {
            throw new IllegalStateException(setting + " is missing among " + settings.keySet());
        }
        SortedMap<String, String> changed = new TreeMap<>(settings);
        changed.put(setting, value.toString());
        return new WorkerFile(changed);
    }

    Path write(Path file) {
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
