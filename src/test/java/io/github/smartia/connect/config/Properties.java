package io.github.smartia.connect.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigValue;

/** Configs as a person would send them, and what is wrong with them. */
public final class Properties {

    public static final String KEY = "k-4711-secret";

    private Properties() {}

    /** The least that works. */
    public static Map<String, String> minimal() {
        return Map.of("api.key", KEY);
    }

    /** The least that works, with these settings besides: name, value, name, value. */
    public static Map<String, String> with(String... settings) {
        return with(minimal(), settings);
    }

    /** The least that works with these organisations, and these settings besides. */
    public static Map<String, String> organisations(List<String> names, String... settings) {
        Map<String, String> properties = new HashMap<>(Map.of("organisations", String.join(",", names)));
        names.forEach(name -> properties.put("organisations." + name + ".api.key", "key-of-" + name));
        return with(properties, settings);
    }

    private static Map<String, String> with(Map<String, String> others, String... settings) {
        Map<String, String> properties = new HashMap<>(others);
        for (int i = 0; i < settings.length; i += 2) {
            properties.put(settings[i], settings[i + 1]);
        }
        return properties;
    }

    /** The messages on each setting that has any. */
    public static Map<String, List<String>> errors(List<ConfigValue> settings) {
        return settings.stream()
                .filter(setting -> !setting.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }
}
