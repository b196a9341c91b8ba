package io.github.smartia.connect.config;

import io.github.smartia.connect.api.http.ApiOptions;
import io.github.smartia.connect.read.ReadSettings;
import java.util.List;
import java.util.Set;

/**
 * One organisation to read.
 *
 * @param name what it is called in source partitions, records, metrics and logs
 * @param api where and by which key
 * @param reading how, and from which date on
 * @param own those of the connector's settings that it has under a name of its own; empty where it is the only one
 * @param filters the settings of the filters that hold values, by the name under which a person finds them in the config
 */
public record OrganisationSettings(
        String name, ApiOptions api, ReadSettings reading, Set<String> own, List<String> filters) {

    /** What the only organisation is called where the settings don't name any. */
    public static final String DEFAULT = "default";

    public OrganisationSettings {
        own = Set.copyOf(own);
        filters = List.copyOf(filters);
    }

    /** The API key, in clear. */
    public String key() {
        return api.key().getValue();
    }

    /** The setting of the API key, by the name under which a person finds it in the config. */
    public String keySetting() {
        return nameOf(ApiSettings.KEY);
    }

    /** The setting of the URL, by that name: the connector's {@code api.url} where this organisation has none. */
    public String urlSetting() {
        return nameOf(ApiSettings.URL);
    }

    private String nameOf(String setting) {
        return own.contains(setting) ? Organisations.setting(name, setting) : setting;
    }
}
