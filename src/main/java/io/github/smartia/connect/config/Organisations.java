package io.github.smartia.connect.config;

import io.github.smartia.connect.config.values.ApiUrl;
import io.github.smartia.connect.config.values.OrganisationNames;
import io.github.smartia.connect.config.values.StartDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/**
 * Many organisations in one connector, in the style of Connect's {@code transforms}: a list of names, and settings for
 * each name.
 */
final class Organisations {

    static final String NAMES = "organisations";
    static final String PREFIX = NAMES + ".";

    /** What each organisation may set for itself. */
    static final List<String> SETTINGS = List.of(
            ApiSettings.KEY,
            ApiSettings.URL,
            ReadingSettings.START_DATE,
            FilterSettings.TEST_IDS,
            FilterSettings.USER_IDS,
            FilterSettings.SUBJECTS);

    private Organisations() {}

    /** The name of a setting that {@code organisation} has for itself. */
    static String setting(String organisation, String setting) {
        return PREFIX + organisation + "." + setting;
    }

    static void define(SettingGroup group) {
        group.add(
                NAMES,
                ConfigDef.Type.LIST,
                "",
                new OrganisationNames(),
                Importance.HIGH,
                Width.LONG,
                "Organisations",
                "Names of the organisations to read, separated by commas. Each needs a key in " + "organisations.NAME."
                        + ApiSettings.KEY + ", and " + ApiSettings.KEY
                        + " must not be set. The name becomes part of records and offsets, so a renamed "
                        + "organisation is read again from the start. Each organisation is read by one task. "
                        + "Empty: only the organisation of " + ApiSettings.KEY + " is read, under the name "
                        + OrganisationSettings.DEFAULT + ". If " + OrganisationSettings.DEFAULT
                        + " is named here, it continues from its offsets.",
                List.of(ApiSettings.KEY),
                Choices.free());
    }

    /**
     * Adds the settings of each organisation.
     *
     * @param values parsed values of sound settings by name; what an organisation does not set is as it is there
     */
    static void define(ConfigDef definition, Map<String, ?> values) {
        names(values).forEach(name -> new OrganisationDefinition(definition, name, values).define());
    }

    /** The names in sound settings; empty where there are none. */
    static List<String> names(Map<String, ?> values) {
        return values.get(NAMES) instanceof List<?> names
                ? names.stream().map(Object::toString).toList()
                : List.of();
    }

    /**
     * The names in the text of the setting.
     *
     * @throws org.apache.kafka.common.config.ConfigException if one is no name, or stands there twice
     */
    static List<String> names(String text) {
        Object list = ConfigDef.parseType(NAMES, text, ConfigDef.Type.LIST);
        new OrganisationNames().ensureValid(NAMES, list);
        return names(Map.of(NAMES, list));
    }

    /** All organisations to read, at least one. */
    static List<OrganisationSettings> from(AbstractConfig config) {
        List<String> names = config.getList(NAMES);
        return names.isEmpty()
                ? List.of(from(config, OrganisationSettings.DEFAULT, Set.of()))
                : names.stream().map(name -> from(config, name)).toList();
    }

    private static OrganisationSettings from(AbstractConfig config, String name) {
        Set<String> own = SETTINGS.stream()
                .filter(setting -> config.originals().containsKey(setting(name, setting)))
                .collect(Collectors.toSet());
        return from(config, name, own);
    }

    private static OrganisationSettings from(AbstractConfig config, String name, Set<String> own) {
        UnaryOperator<String> inUse = setting -> own.contains(setting) ? setting(name, setting) : setting;
        return new OrganisationSettings(
                name,
                ApiUrl.parse(config.getString(inUse.apply(ApiSettings.URL))),
                config.getPassword(inUse.apply(ApiSettings.KEY)),
                StartDate.parse(config.getString(inUse.apply(ReadingSettings.START_DATE))),
                FilterSettings.from(config, inUse),
                own);
    }

    /** The organisation whose setting {@code property} would be; empty where it is none of any. */
    static Optional<String> ownerOf(String property) {
        int end = property.indexOf('.', PREFIX.length());
        return property.startsWith(PREFIX) && end > 0 && SETTINGS.contains(property.substring(end + 1))
                ? Optional.of(property.substring(PREFIX.length(), end))
                : Optional.empty();
    }
}
