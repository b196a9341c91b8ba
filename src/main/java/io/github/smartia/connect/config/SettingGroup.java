package io.github.smartia.connect.config;

import io.github.smartia.connect.config.values.UnresolvedReference;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/** Adds the settings of one group to a definition, in the order in which user interfaces show them. */
final class SettingGroup {

    private static final UnresolvedReference REFERENCES = new UnresolvedReference();

    private final ConfigDef definition;
    private final String name;
    private int size;

    SettingGroup(ConfigDef definition, String name) {
        this.definition = definition;
        this.name = name;
    }

    /** Begins a setting; {@link Setting#doc} adds it. A setting that is empty by default may be empty. */
    Setting add(
            ConfigDef.Type type,
            String setting,
            String displayName,
            Object byDefault,
            Validator check,
            Importance importance) {
        return new Setting((added, doc) -> definition.define(
                setting,
                type,
                byDefault,
                complete(check, type, Choices.isSet(byDefault)),
                importance,
                doc,
                name,
                ++size,
                width(type, added.choices),
                displayName,
                added.dependents,
                added.choices));
    }

    /** A setting until it is added. */
    static final class Setting {

        private final BiConsumer<Setting, String> addition;
        private List<String> dependents = List.of();
        private Choices choices = Choices.free();

        private Setting(BiConsumer<Setting, String> addition) {
            this.addition = addition;
        }

        /** The settings whose visibility or choices depend on this one. */
        Setting dependents(String... settings) {
            dependents = List.of(settings);
            return this;
        }

        Setting choices(Choices offered) {
            choices = offered;
            return this;
        }

        void doc(String text) {
            addition.accept(this, text);
        }
    }

    private static Width width(ConfigDef.Type type, Choices choices) {
        return switch (type) {
            case LIST, PASSWORD -> Width.LONG;
            case STRING -> choices.values().isEmpty() ? Width.LONG : Width.SHORT;
            default -> Width.SHORT;
        };
    }

    // ConfigDef validates null too. It stands for a value that ConfigDef could not parse and has already reported, or
    // for a
    // null in JSON, which CrossChecks reports.
    private static Validator complete(Validator validator, ConfigDef.Type type, boolean required) {
        return LambdaValidator.with(
                (setting, value) -> {
                    if (value != null && (required || Choices.isSet(value))) {
                        requireResolved(setting, value);
                        validator.ensureValid(setting, value);
                    }
                },
                () -> required || type == ConfigDef.Type.LIST ? validator.toString() : "empty, or " + validator);
    }

    private static void requireResolved(String setting, Object value) {
        REFERENCES.problem(value).ifPresent(problem -> {
            throw new ConfigException(setting + " " + problem);
        });
    }
}
