package io.github.smartia.connect.config;

import io.github.smartia.connect.api.http.ApiOptions;
import io.github.smartia.connect.api.http.SecretHeader;
import io.github.smartia.connect.api.http.Transport;
import io.github.smartia.connect.config.values.ApiUrl;
import io.github.smartia.connect.read.ReadSettings;
import io.github.smartia.connect.record.RecordSizeLimit;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * One organisation to read.
 *
 * @param name its name in source partitions, records, metrics and logs
 * @param api where its API is, and how to call it
 * @param reading how to read it, and from which date
 * @param keySetting the name of the setting that contains its API key
 * @param urlSetting the name of the setting that contains its URL
 * @param filters the names of the filters that are set for it
 */
public record OrganisationSettings(
        String name, ApiOptions api, ReadSettings reading, String keySetting, String urlSetting, List<String> filters) {

    /** The name of the only organisation, if the settings do not name any. */
    public static final String DEFAULT = "default";

    public OrganisationSettings {
        filters = List.copyOf(filters);
    }

    /** The API key, in clear. */
    public String key() {
        return api.key().getValue();
    }

    /** All organisations to read, at least one. */
    static List<OrganisationSettings> all(AbstractConfig config) {
        Transport transport = NetworkSettings.from(config);
        List<String> names = config.getList(Organisations.NAMES);
        return names.isEmpty()
                ? List.of(from(config, DEFAULT, setting -> setting, transport))
                : names.stream()
                        .map(name -> from(config, name, setting -> inUse(config, name, setting), transport))
                        .toList();
    }

    private static String inUse(AbstractConfig config, String name, String setting) {
        String own = Organisations.setting(name, setting);
        return config.originals().containsKey(own) ? own : setting;
    }

    /** @param inUse maps the name of a connector's setting to the name of the setting that applies to this organisation */
    private static OrganisationSettings from(
            AbstractConfig config, String name, UnaryOperator<String> inUse, Transport transport) {
        return new OrganisationSettings(
                name,
                api(config, name, inUse, transport),
                ReadingSettings.from(config, config.getString(inUse.apply(ReadingSettings.START_DATE))),
                inUse.apply(ApiSettings.KEY),
                inUse.apply(ApiSettings.URL),
                FilterSettings.ALL.stream()
                        .map(inUse)
                        .filter(filter -> !config.getList(filter).isEmpty())
                        .toList());
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
}
