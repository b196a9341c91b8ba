package io.github.smartia.connect.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a worker says of a connector's settings.
 *
 * @param byName the errors of each setting that has some
 */
public record ConfigErrors(Map<String, List<String>> byName) {

    public ConfigErrors {
        byName = Map.copyOf(byName);
    }

    static ConfigErrors of(JsonNode json) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        json.path("configs").valueStream().map(config -> config.path("value")).forEach(value -> {
            List<String> messages =
                    value.path("errors").valueStream().map(JsonNode::asString).toList();
            if (!messages.isEmpty()) {
                errors.put(value.path("name").asString(), messages);
            }
        });
        return new ConfigErrors(errors);
    }
}
