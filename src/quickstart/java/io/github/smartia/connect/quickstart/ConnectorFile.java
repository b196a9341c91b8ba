package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.stack.AvroConverterPlugin;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A connector as a JSON file describes it to Connect's REST interface, with settings changed for another place.
 *
 * @param written the settings in the file
 * @param settings the settings to use
 */
public record ConnectorFile(String name, SortedMap<String, String> written, SortedMap<String, String> settings) {

    private static final List<String> CONVERTERS = List.of("key.converter", "value.converter");

    public ConnectorFile {
        written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** Reads a file as it is POSTed to {@code /connectors}. */
    public static ConnectorFile read(Path file) {
        JsonNode json = JsonMapper.shared().readTree(file.toFile());
        SortedMap<String, String> settings = new TreeMap<>();
        json.path("config").forEachEntry((setting, value) -> settings.put(setting, value.asString()));
        return new ConnectorFile(json.path("name").asString(), settings, settings);
    }

    /** Writes it as it is POSTed to {@code /connectors}. */
    public Path write(Path file) {
        JsonMapper.shared().writeValue(file.toFile(), Map.of("name", name, "config", settings));
        return file;
    }

    /** With another value for a setting, or one more. */
    public ConnectorFile with(String setting, String value) {
        return changed(settings -> settings.put(setting, value));
    }

    /** With another address in each setting that begins with the one shown. */
    public ConnectorFile at(String shown, Object actual) {
        return changed(settings -> settings.replaceAll(
                (setting, value) -> value.startsWith(shown) ? actual + value.substring(shown.length()) : value));
    }

    /** Without the settings that begin so. */
    public ConnectorFile without(String prefix) {
        return changed(settings -> settings.keySet().removeIf(setting -> setting.startsWith(prefix)));
    }

    /** Another converter for key and value; nothing of the file's own one remains. */
    public ConnectorFile withConverter(AvroConverterPlugin converter) {
        return changed(settings -> {
            settings.keySet().removeIf(setting -> CONVERTERS.stream().anyMatch(setting::startsWith));
            CONVERTERS.forEach(role -> settings.putAll(converter.settings(role)));
        });
    }

    private ConnectorFile changed(Consumer<Map<String, String>> change) {
        SortedMap<String, String> others = new TreeMap<>(settings);
        change.accept(others);
        return new ConnectorFile(name, written, others);
    }

    /** Each setting that is not as in the file, on a line; key and value converter on one where they are alike. */
    SortedSet<String> changes() {
        SortedSet<String> changes = new TreeSet<>();
        settings.forEach((setting, value) -> {
            if (!value.equals(written.get(setting))) {
                changes.add(shortened(setting) + " = " + value);
            }
        });
        written.keySet().stream()
                .filter(setting -> !settings.containsKey(setting))
                .forEach(setting -> changes.add(shortened(setting) + " left out"));
        return changes;
    }

    private static String shortened(String setting) {
        return setting.replaceFirst("^(key|value)\\.converter", "(key|value).converter");
    }
}
