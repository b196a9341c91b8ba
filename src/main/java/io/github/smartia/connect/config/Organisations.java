package io.github.smartia.connect.config;

import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;

import io.github.smartia.connect.config.values.ApiUrl;
import io.github.smartia.connect.config.values.DistinctValues;
import io.github.smartia.connect.config.values.StartDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Validator;

/**
 * Several organisations in one connector, in the style of Connect's {@code transforms}: a list of names, and settings for
 * each name.
 */
final class Organisations {

    static final String NAMES = "organisations";
    static final String PREFIX = NAMES + ".";

    /** The settings that an organisation may have, the required one first. */
    static final List<String> SETTINGS = List.of(
            ApiSettings.KEY,
            ApiSettings.URL,
            ReadingSettings.START_DATE,
            FilterSettings.TEST_IDS,
            FilterSettings.USER_IDS,
            FilterSettings.SUBJECTS);

    /** A name becomes part of setting names, source partitions, metric names and log lines. */
    private static final DistinctValues VALID_NAMES = DistinctValues.matching(
            "names of 1 to 64 letters, digits, - and _, each beginning with a letter or digit",
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}").asMatchPredicate());

    private Organisations() {}

    /** The name of a setting of {@code organisation}. */
    static String setting(String organisation, String setting) {
        return PREFIX + organisation + "." + setting;
    }

    static void define(SettingGroup group) {
        group.add(LIST, NAMES, "Organisations", "", VALID_NAMES, Importance.HIGH)
                .dependents(ApiSettings.KEY)
                .doc("Names of the organisations to read, separated by commas. Each needs a key in organisations.NAME."
                        + ApiSettings.KEY + ", and " + ApiSettings.KEY + " must not be set. The name becomes part of "
                        + "records and offsets, so a renamed organisation is read again from the start. Each "
                        + "organisation is read by one task. Empty: only the organisation of " + ApiSettings.KEY
                        + " is read, under the name " + OrganisationSettings.DEFAULT + ". An organisation named "
                        + OrganisationSettings.DEFAULT + " here continues from the offsets of that one.");
    }

    /**
     * Adds the settings of each organisation.
     *
     * @param values parsed values of valid settings by name; they are the defaults of the organisations' settings
     */
    static void define(ConfigDef definition, Map<String, ?> values) {
        names(values).forEach(name -> define(definition, name, values));
    }

    // The descriptions are short: a worker returns those of a thousand organisations at once.
    private static void define(ConfigDef definition, String name, Map<String, ?> values) {
        SettingGroup group = new SettingGroup(definition, "Organisation " + name);
        String key = setting(name, ApiSettings.KEY);
        Object required = ConfigDef.NO_DEFAULT_VALUE;
        group.add(PASSWORD, key, "API key of " + name, required, ApiSettings.VALID_KEY, Importance.HIGH)
                .doc("Key of this organisation. If the API rejects it, only this organisation stops.");
        Map<String, ConfigKey> usual = definition.configKeys();
        add(group, name, "API URL", usual.get(ApiSettings.URL), new ApiUrl(), values);
        add(group, name, "Start date", usual.get(ReadingSettings.START_DATE), new StartDate(), values);
        // No defaults: a worker would show ids of pupils again for each organisation.
        Map<String, ?> none = Map.of();
        add(group, name, "Test ids", usual.get(FilterSettings.TEST_IDS), DistinctValues.any(), none);
        add(group, name, "User ids", usual.get(FilterSettings.USER_IDS), DistinctValues.any(), none);
        add(group, name, "Subjects", usual.get(FilterSettings.SUBJECTS), DistinctValues.any(), none);
    }

    private static void add(
            SettingGroup group,
            String organisation,
            String displayName,
            ConfigKey usual,
            Validator check,
            Map<String, ?> defaults) {
        String setting = setting(organisation, usual.name);
        Object byDefault = Objects.requireNonNullElse(defaults.get(usual.name), usual.defaultValue);
        group.add(usual.type, setting, displayName + " of " + organisation, byDefault, check, Importance.LOW)
                .doc("Replaces " + usual.name + " for this organisation. If it is not set, " + usual.name
                        + " applies.");
    }

    /** The names in the values of valid settings; empty if there are none. */
    static List<String> names(Map<String, ?> values) {
        return values.get(NAMES) instanceof List<?> names
                ? names.stream().map(Object::toString).toList()
                : List.of();
    }

    /**
     * The names in the text of the setting; empty if there are none.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a name is invalid, or given twice
     */
    static List<String> names(String text) {
        Object list = ConfigDef.parseType(NAMES, text, LIST);
        if (Choices.isSet(list)) {
            VALID_NAMES.ensureValid(NAMES, list);
        }
        return names(Map.of(NAMES, list));
    }

    /** The organisation that {@code property} belongs to, named or not; empty if it is not a setting of an organisation. */
    static Optional<String> ownerOf(String property) {
        int end = property.indexOf('.', PREFIX.length());
        return property.startsWith(PREFIX) && end > 0 && SETTINGS.contains(property.substring(end + 1))
                ? Optional.of(property.substring(PREFIX.length(), end))
                : Optional.empty();
    }
}
