package io.github.smartia.connect.config;

import io.github.smartia.connect.config.names.KnownNames;
import io.github.smartia.connect.config.names.UnknownName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks settings without the API: that each one is valid, that they fit together, and that their names are known. */
public final class SettingsValidation {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsValidation.class);

    private SettingsValidation() {}

    /** All settings with values, recommended values and errors. Each error is on the setting to correct. */
    public static List<ConfigValue> validate(Map<String, String> properties) {
        List<ConfigValue> settings =
                new ArrayList<>(SmartIaSourceConfig.definition(properties).validate(properties));
        CrossChecks.all(validValues(settings), properties).forEach(problem -> problem.addTo(settings));
        unknownNames(properties.keySet()).forEach(unknown -> report(unknown, settings));
        return settings;
    }

    /** A name that looks like one of the connector's gets an error of its own. Any other unknown name gets a warning. */
    private static void report(UnknownName unknown, List<ConfigValue> settings) {
        if (unknown.meant().isPresent()) {
            settings.add(new ConfigValue(unknown.name(), null, List.of(), new ArrayList<>(List.of(unknown.message()))));
        } else {
            LOG.warn("{}", unknown.message());
        }
    }

    /** The values of the settings without errors, by name. */
    static Map<String, Object> validValues(List<ConfigValue> settings) {
        Map<String, Object> values = new HashMap<>();
        settings.stream()
                .filter(setting -> setting.errorMessages().isEmpty())
                .forEach(setting -> values.put(setting.name(), setting.value()));
        return values;
    }

    static List<UnknownName> unknownNames(Set<String> properties) {
        return new KnownNames(SmartIaSourceConfig.definition().names(), Organisations.NAMES, Organisations.SETTINGS)
                .unknown(properties);
    }
}
