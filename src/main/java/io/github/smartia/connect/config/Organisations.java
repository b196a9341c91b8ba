package io.github.smartia.connect.config;

import static org.apache.kafka.common.config.ConfigDef.Type.LIST;

import io.github.smartia.connect.api.http.ApiOptions;
import io.github.smartia.connect.api.http.SecretHeader;
import io.github.smartia.connect.api.http.Transport;
import io.github.smartia.connect.config.values.ApiUrl;
import io.github.smartia.connect.config.values.OrganisationNames;
import io.github.smartia.connect.read.ReadSettings;
import io.github.smartia.connect.record.RecordSizeLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

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
        group.add(LIST, NAMES, "Organisations", "", new OrganisationNames(), Importance.HIGH)
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
        Object list = ConfigDef.parseType(NAMES, text, LIST);
        new OrganisationNames().ensureValid(NAMES, list);
        return names(Map.of(NAMES, list));
    }

    /** All organisations to read, at least one. */
    static List<OrganisationSettings> from(AbstractConfig config) {
        Transport transport = NetworkSettings.from(config);
        List<String> names = config.getList(NAMES);
        return names.isEmpty()
                ? List.of(from(config, OrganisationSettings.DEFAULT, Set.of(), transport))
                : names.stream()
                        .map(name -> from(config, name, own(config, name), transport))
                        .toList();
    }

    private static Set<String> own(AbstractConfig config, String name) {
        return SETTINGS.stream()
                .filter(setting -> config.originals().containsKey(setting(name, setting)))
                .collect(Collectors.toSet());
    }

    private static OrganisationSettings from(AbstractConfig config, String name, Set<String> own, Transport transport) {
        UnaryOperator<String> inUse = setting -> own.contains(setting) ? setting(name, setting) : setting;
        ReadSettings reading = ReadingSettings.from(config, config.getString(inUse.apply(ReadingSettings.START_DATE)));
        List<String> filters = FilterSettings.ALL.stream()
                .map(inUse)
                .filter(filter -> !config.getList(filter).isEmpty())
                .toList();
        return new OrganisationSettings(name, api(config, name, inUse, transport), reading, own, filters);
    }

    private static ApiOptions api(
            AbstractConfig config, String name, UnaryOperator<String> inUse, Transport transport) {
        return new ApiOptions(
                name,
                ApiUrl.parse(config.getString(inUse.apply(ApiSettings.URL))),
                SecretHeader.apiKey(
                        config.getPassword(inUse.apply(ApiSettings.KEY)).value()),
                Duration.ofMillis(config.getInt(ApiSettings.CONNECT_TIMEOUT)),
                Duration.ofMillis(config.getInt(ApiSettings.RESPONSE_TIMEOUT)),
                ReadingSettings.endpoint(config),
                FilterSettings.from(config, inUse),
                "kafka-connect-smart-ia/" + ConnectorVersion.get(),
                transport,
                RecordSizeLimit.maxSessionBytes(config.originals()));
    }

    /** The organisation whose setting {@code property} would be; empty where it is none of any. */
    static Optional<String> ownerOf(String property) {
        int end = property.indexOf('.', PREFIX.length());
        return property.startsWith(PREFIX) && end > 0 && SETTINGS.contains(property.substring(end + 1))
                ? Optional.of(property.substring(PREFIX.length(), end))
                : Optional.empty();
    }
}
