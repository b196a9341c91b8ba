package io.github.smartia.connect.config;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;

/**
 * Checks a config that a person sends: each setting, then what must hold between settings, then, where all of that is
 * sound, whether the API answers. Tells all problems that it finds, each on the setting to correct.
 */
public final class Validation {

    private final ConnectionCheck connection;

    public Validation(ConnectionCheck connection) {
        this.connection = connection;
    }

    /** All settings with their values, recommended values and errors. Takes a few seconds at most. */
    public List<ConfigValue> validate(Map<String, String> properties) {
        List<ConfigValue> settings = SmartIaSourceConfig.definition(properties).validate(properties);
        report(SmartIaSourceConfig.problems(SmartIaSourceConfig.soundValues(settings), properties.keySet()), settings);
        if (settings.stream().allMatch(Validation::isSound)) {
            report(connection.check(new SmartIaSourceConfig(properties)), settings);
        }
        return settings;
    }

    private static void report(List<Problem> problems, List<ConfigValue> settings) {
        for (Problem problem : problems) {
            settings.stream()
                    .filter(setting -> setting.name().equals(problem.setting()))
                    .forEach(setting -> setting.addErrorMessage(problem.message()));
        }
    }

    private static boolean isSound(ConfigValue setting) {
        return setting.errorMessages().isEmpty();
    }
}
