package io.github.smartia.connect.config;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.types.Password;

/**
 * One organisation to read: where, by which key, and what of it.
 *
 * @param name what it is called in source partitions, records, metrics and logs
 * @param url the base URL of its API, without a slash at its end
 * @param key its key; shows itself as hidden
 * @param start the first millisecond to read from where a stream has no offset yet; empty for all history
 * @param own those of the connector's settings that it has under a name of its own; empty where it is the only one
 */
public record OrganisationSettings(
        String name, URI url, Password key, Optional<Instant> start, FilterSettings filters, Set<String> own) {

    /** What the only organisation is called where the settings don't name any. */
    public static final String DEFAULT = "default";

    public OrganisationSettings {
        own = Set.copyOf(own);
    }

    /** The setting of the API key, by the name under which a person finds it in the config. */
    public String keySetting() {
        return nameOf(ApiSettings.KEY);
    }

    /** The setting of the URL, by that name: the connector's {@code api.url} where this organisation has none. */
    public String urlSetting() {
        return nameOf(ApiSettings.URL);
    }

    /** The settings of the filters that are not empty, by that name. */
    public List<String> filtersInUse() {
        return filters.inUse().stream().map(this::nameOf).toList();
    }

    private String nameOf(String setting) {
        return own.contains(setting) ? Organisations.setting(name, setting) : setting;
    }
}
