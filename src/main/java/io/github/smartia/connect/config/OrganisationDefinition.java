package io.github.smartia.connect.config;

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
import org.apache.kafka.common.config.ConfigDef.Width;

/** The settings of one organisation. Their texts are short: a worker answers with those of a thousand at a time. */
final class OrganisationDefinition {

    private final ConfigDef definition;
    private final SettingGroup group;
    private final String name;
    private final Map<String, ?> connector;

    /** @param connector parsed values of the connector's sound settings: the defaults of the organisation's */
    OrganisationDefinition(ConfigDef definition, String name, Map<String, ?> connector) {
        this.definition = definition;
        this.group = new SettingGroup(definition, "Organisation " + name);
        this.name = name;
        this.connector = connector;
    }

    void define() {
        group.add(
                Organisations.setting(name, ApiSettings.KEY),
                ConfigDef.Type.PASSWORD,
                ConfigDef.NO_DEFAULT_VALUE,
                new ApiKeyFormat(),
                Importance.HIGH,
                Width.LONG,
                "API key of " + name,
                "Key of this organisation. If the API rejects it, only this organisation stops.");
        add(ApiSettings.URL, new ApiUrl(), connector, "API URL of " + name);
        add(ReadingSettings.START_DATE, new StartDate(), connector, "Start date of " + name);
        // A worker shows defaults, and would show ids of pupils once more for each organisation.
        add(FilterSettings.TEST_IDS, new FilterValues(), Map.of(), "Test ids of " + name);
        add(FilterSettings.USER_IDS, new FilterValues(), Map.of(), "User ids of " + name);
        add(FilterSettings.SUBJECTS, new FilterValues(), Map.of(), "Subjects of " + name);
    }

    private void add(String setting, Validator validator, Map<String, ?> defaults, String displayName) {
        ConfigKey usual = definition.configKeys().get(setting);
        group.add(
                Organisations.setting(name, setting),
                usual.type,
                Objects.requireNonNullElse(defaults.get(setting), usual.defaultValue),
                validator,
                Importance.LOW,
                Width.LONG,
                displayName,
                "Replaces " + setting + " for this organisation. If it is not set, " + setting + " applies.");
    }
}
