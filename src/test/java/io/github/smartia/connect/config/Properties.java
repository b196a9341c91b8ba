package io.github.smartia.connect.config;

import java.util.HashMap;
import java.util.Map;

/** Configs as a person would send them. */
public final class Properties {

    public static final String KEY = "k-4711-secret";

    private Properties() {}

    /** The least that works. */
    public static Map<String, String> minimal() {
        return Map.of("api.key", KEY);
    }

    /** The least that works, with these settings besides: name, value, name, value. */
    public static Map<String, String> with(String... settings) {
        Map<String, String> properties = new HashMap<>(minimal());
        for (int i = 0; i < settings.length; i += 2) {
            properties.put(settings[i], settings[i + 1]);
        }
        return properties;
    }
}
