package io.github.smartia.connect.config;

import io.github.smartia.connect.config.names.UnknownName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks a config that a person sends: each setting, then what must hold between settings, then, where all of that is
 * sound, whether the API answers. Reports all problems that it finds, each on the setting to correct.
 */
public final class Validation {

    private static final Logger LOG = LoggerFactory.getLogger(Validation.class);

    private final ConnectionCheck connection;

    public Validation(ConnectionCheck connection) {
        this.connection = connection;
    }

    /** All settings with their values, recommended values and errors. Takes a few seconds at most. */
    public List<ConfigValue> validate(Map<String, String> properties) {
        List<ConfigValue> settings =
                new ArrayList<>(SmartIaSourceConfig.definition(properties).validate(properties));
        report(CrossChecks.all(SmartIaSourceConfig.soundValues(settings), properties), settings);
        refuseLookAlikes(properties, settings);
        if (settings.stream().allMatch(Validation::isSound)) {
            report(connection.check(new SmartIaSourceConfig(properties)), settings);
        }
        return settings;
    }

    /** A name that looks like one of the connector's gets an error of its own; any other unknown name a warning. */
    private static void refuseLookAlikes(Map<String, String> properties, List<ConfigValue> settings) {
        for (UnknownName unknown : SmartIaSourceConfig.unknownNames(properties.keySet())) {
            if (unknown.meant().isPresent()) {
                settings.add(
                        new ConfigValue(unknown.name(), null, List.of(), new ArrayList<>(List.of(unknown.message()))));
            } else {
                LOG.warn("{}", unknown.message());
            }
        }
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
