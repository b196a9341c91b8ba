package io.github.smartia.connect.config;

import io.github.smartia.connect.config.values.UnresolvedReference;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Recommender;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** Adds the settings of one group to a definition, in the order in which they are to be shown. */
final class SettingGroup {

    private static final UnresolvedReference REFERENCES = new UnresolvedReference();

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
                ifThere(validator),
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

    // ConfigDef asks for null too: for a value that it could not parse, which it has reported by then, and for a null
    // in JSON, which CrossChecks reports.
    private static Validator ifThere(Validator validator) {
        return LambdaValidator.with(
                (setting, value) -> Optional.ofNullable(value).ifPresent(there -> {
                    requireResolved(setting, there);
                    validator.ensureValid(setting, there);
                }),
                validator::toString);
    }

    private static void requireResolved(String setting, Object value) {
        REFERENCES.problem(value).ifPresent(problem -> {
            throw new ConfigException(setting + " " + problem);
        });
    }
}
