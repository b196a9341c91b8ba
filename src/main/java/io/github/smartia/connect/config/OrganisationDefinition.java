package io.github.smartia.connect.config;

import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;

import io.github.smartia.connect.config.values.ApiKeyFormat;
import io.github.smartia.connect.config.values.ApiUrl;
import io.github.smartia.connect.config.values.FilterValues;
import io.github.smartia.connect.config.values.StartDate;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Validator;

/**
 * The settings of one organisation. Their texts are short: a worker answers with those of a thousand at a time.
 *
 * @param connector parsed values of the connector's sound settings: the defaults of the organisation's
 */
record OrganisationDefinition(ConfigDef definition, String name, Map<String, ?> connector) {

    void define() {
        SettingGroup group = new SettingGroup(definition, "Organisation " + name);
        String key = Organisations.setting(name, ApiSettings.KEY);
        Object required = ConfigDef.NO_DEFAULT_VALUE;
        group.add(PASSWORD, key, "API key of " + name, required, new ApiKeyFormat(), Importance.HIGH)
                .doc("Key of this organisation. If the API rejects it, only this organisation stops.");
        add(group, ApiSettings.URL, "API URL of ", new ApiUrl(), connector);
        add(group, ReadingSettings.START_DATE, "Start date of ", new StartDate(), connector);
        // A worker shows defaults, and would show ids of pupils once more for each organisation.
        add(group, FilterSettings.TEST_IDS, "Test ids of ", new FilterValues(), Map.of());
        add(group, FilterSettings.USER_IDS, "User ids of ", new FilterValues(), Map.of());
        add(group, FilterSettings.SUBJECTS, "Subjects of ", new FilterValues(), Map.of());
    }

    private void add(SettingGroup group, String setting, String what, Validator check, Map<String, ?> defaults) {
        ConfigKey usual = definition.configKeys().get(setting);
        Object byDefault = Objects.requireNonNullElse(defaults.get(setting), usual.defaultValue);
        String own = Organisations.setting(name, setting);
        group.add(usual.type, own, what + name, byDefault, check, Importance.LOW)
                .doc("Replaces " + setting + " for this organisation. If it is not set, " + setting + " applies.");
    }
}
