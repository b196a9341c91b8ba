package io.github.smartia.connect.config;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Recommender;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** Adds the settings of one group to a definition, in the order in which they are to be shown. */
final class SettingGroup {

    private final ConfigDef definition;
    private final String name;
    private int size;

    SettingGroup(ConfigDef definition, String name) {
        this.definition = definition;
        this.name = name;
    }

    SettingGroup add(
            String setting,
            ConfigDef.Type type,
            Object defaultValue,
            Validator validator,
            Importance importance,
            Width width,
            String displayName,
            String documentation) {
        return add(
                setting,
                type,
                defaultValue,
                validator,
                importance,
                width,
                displayName,
                documentation,
                List.of(),
                Choices.free());
    }

    SettingGroup add(
            String setting,
            ConfigDef.Type type,
            Object defaultValue,
            Validator validator,
            Importance importance,
            Width width,
            String displayName,
            String documentation,
            List<String> dependents,
            Recommender recommender) {
        definition.define(
                setting,
                type,
                defaultValue,
                refusingNull(validator),
                importance,
                documentation,
                name,
                ++size,
                width,
                displayName,
                dependents,
                recommender);
        return this;
    }

    // A config sent as JSON can hold nulls, which ConfigDef takes for values.
    private static Validator refusingNull(Validator validator) {
        return LambdaValidator.with(
                (setting, value) -> {
                    if (value == null) {
                        throw new ConfigException(
                                setting + " must not be null. Leave the setting out to get its default.");
                    }
                    validator.ensureValid(setting, value);
                },
                validator::toString);
    }
}
