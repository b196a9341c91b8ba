package io.github.smartia.connect.config;

import io.github.smartia.connect.config.values.ApiKeyFormat;
import io.github.smartia.connect.config.values.ApiUrl;
import io.github.smartia.connect.config.values.NumberRange;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.types.Password;

/**
 * Where the API is and how to call it.
 *
 * @param url the base URL, without a slash at its end
 * @param key the value of the header {@code x-api-key}; shows itself as hidden; empty where organisations have their own
 * @param connectTimeout bounds the making of one connection
 * @param responseTimeout bounds one request from its start to the last byte of its response
 */
public record ApiSettings(URI url, Password key, Duration connectTimeout, Duration responseTimeout) {

    static final String URL = "api.url";
    static final String KEY = "api.key";
    static final String CONNECT_TIMEOUT = "api.connect.timeout.ms";
    static final String RESPONSE_TIMEOUT = "api.response.timeout.ms";

    private static final NumberRange TIMEOUT =
            NumberRange.between(1, Duration.ofHours(1).toMillis());

    static void define(ConfigDef definition) {
        SettingGroup group = new SettingGroup(definition, "API");
        group.add(
                KEY,
                ConfigDef.Type.PASSWORD,
                "",
                new ApiKeyFormat().orEmpty(),
                Importance.HIGH,
                Width.LONG,
                "API key",
                "Key of the organisation whose sessions are read, sent in the header x-api-key. Use "
                        + "a reference to a config provider, such as "
                        + "${file:/etc/kafka/smart-ia.properties:api.key}, to keep it out of the connector's "
                        + "config. The task fails if the API rejects the key. Required, unless " + Organisations.NAMES
                        + " names several.",
                List.of(),
                Choices.free().shownWithout(Organisations.NAMES, KEY));
        Organisations.define(group);
        group.add(
                        URL,
                        ConfigDef.Type.STRING,
                        "https://connect.century.tech/api/v1",
                        new ApiUrl(),
                        Importance.HIGH,
                        Width.LONG,
                        "API URL",
                        "Base URL of the CENTURY Connect API, up to and including its version. Must be "
                                + "https, since the key is sent in a header; http is accepted for loopback hosts only. "
                                + "A slash at the end makes no difference. Redirects are not followed.")
                .add(
                        CONNECT_TIMEOUT,
                        ConfigDef.Type.INT,
                        10_000,
                        TIMEOUT,
                        Importance.LOW,
                        Width.SHORT,
                        "Connect timeout (ms)",
                        "Milliseconds to wait for a connection to the API, TLS included. A request that times out is "
                                + "retried after a pause.")
                .add(
                        RESPONSE_TIMEOUT,
                        ConfigDef.Type.INT,
                        30_000,
                        TIMEOUT,
                        Importance.LOW,
                        Width.SHORT,
                        "Response timeout (ms)",
                        "Milliseconds that one whole request may take, to the last byte of its response. A request "
                                + "that times out is cancelled, even if its response is still arriving, and retried "
                                + "after a pause.");
    }

    static ApiSettings from(AbstractConfig config) {
        return new ApiSettings(
                ApiUrl.parse(config.getString(URL)),
                config.getPassword(KEY),
                Duration.ofMillis(config.getInt(CONNECT_TIMEOUT)),
                Duration.ofMillis(config.getInt(RESPONSE_TIMEOUT)));
    }
}
