package io.github.smartia.connect.validation;

import io.github.smartia.connect.config.SettingsValidation;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;

/**
 * Checks a config that a person submits: first the settings without the API, then, if all of them are valid, whether the
 * API accepts them. Reports each problem on the setting to correct.
 */
public final class ConfigValidation {

    private final ConnectionCheck connection;

    public ConfigValidation(ConnectionCheck connection) {
        this.connection = connection;
    }

    /** All settings with values, recommended values and errors. Takes a few seconds at most. */
    public List<ConfigValue> validate(Map<String, String> properties) {
        List<ConfigValue> settings = SettingsValidation.validate(properties);
        if (settings.stream().allMatch(setting -> setting.errorMessages().isEmpty())) {
            connection.check(new SmartIaSourceConfig(properties)).forEach(problem -> problem.addTo(settings));
        }
        return settings;
    }
}
