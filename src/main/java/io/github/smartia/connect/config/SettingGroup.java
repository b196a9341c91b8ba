package io.github.smartia.connect.config;

import io.github.smartia.connect.config.values.UnresolvedReference;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
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

    /** Begins a setting; its documentation ends and adds it. */
    Setting add(
            ConfigDef.Type type,
            String setting,
            String displayName,
            Object byDefault,
            Validator check,
            Importance weight) {
        return new Setting(
                type,
                (added, doc) -> definition.define(
                        setting,
                        type,
                        byDefault,
                        ifThere(check),
                        weight,
                        doc,
                        name,
                        ++size,
                        added.width,
                        displayName,
                        added.dependents,
                        added.choices));
    }

    /** A setting until it is added. */
    static final class Setting {

        private static final Set<ConfigDef.Type> LONG =
                EnumSet.of(ConfigDef.Type.STRING, ConfigDef.Type.PASSWORD, ConfigDef.Type.LIST);

        private final BiConsumer<Setting, String> addition;
        private Width width;
        private List<String> dependents = List.of();
        private Choices choices = Choices.free();

        private Setting(ConfigDef.Type type, BiConsumer<Setting, String> addition) {
            this.width = LONG.contains(type) ? Width.LONG : Width.SHORT;
            this.addition = addition;
        }

        /** Other than long for texts and lists, and short for all else. */
        Setting width(Width other) {
            width = other;
            return this;
        }

        /** The settings that are shown, or offered values, according to this one. */
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
