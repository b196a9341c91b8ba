package io.github.smartia.connect.config;

import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.github.smartia.connect.config.values.ApiUrl;
import io.github.smartia.connect.config.values.NumberRange;
import io.github.smartia.connect.config.values.TextValidator;
import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Validator;

/** Where the API is, and how to call it. */
final class ApiSettings {

    static final String URL = "api.url";
    static final String KEY = "api.key";
    static final String CONNECT_TIMEOUT = "api.connect.timeout.ms";
    static final String RESPONSE_TIMEOUT = "api.response.timeout.ms";

    static final Validator VALID_KEY = TextValidator.of(
            "printable ASCII without spaces",
            Pattern.compile("[!-~]+").asMatchPredicate(),
            "must not be empty, and must be printable ASCII without spaces, since it is sent in a header. Check that "
                    + "the whole key was copied, and nothing else.");

    private static final NumberRange TIMEOUT =
            NumberRange.between(1, Duration.ofHours(1).toMillis());

    private ApiSettings() {}

    static void define(ConfigDef definition) {
        SettingGroup group = new SettingGroup(definition, "API");
        group.add(PASSWORD, KEY, "API key", "", VALID_KEY, Importance.HIGH)
                .choices(Choices.free().shownWithout(Organisations.NAMES, KEY))
                .doc("Key of the organisation whose sessions are read, sent in the header x-api-key. Use a reference "
                        + "to a config provider, such as ${file:/etc/kafka/smart-ia.properties:api.key}, to keep it "
                        + "out of the connector's config. The task fails if the API rejects the key. Required, unless "
                        + Organisations.NAMES + " names several.");
        Organisations.define(group);
        String url = "https://connect.century.tech/api/v1";
        group.add(STRING, URL, "API URL", url, new ApiUrl(), Importance.HIGH)
                .doc("Base URL of the CENTURY Connect API, up to and including its version. Must be https, since the "
                        + "key is sent in a header; http is accepted for loopback hosts only. A slash at the end makes "
                        + "no difference. Redirects are not followed.");
        group.add(INT, CONNECT_TIMEOUT, "Connect timeout (ms)", 10_000, TIMEOUT, Importance.LOW)
                .doc("Milliseconds to wait for a connection to the API, TLS included. A request that times out is "
                        + "retried after a pause.");
        group.add(INT, RESPONSE_TIMEOUT, "Response timeout (ms)", 30_000, TIMEOUT, Importance.LOW)
                .doc("Milliseconds that one whole request may take, to the last byte of its response. A request that "
                        + "times out is cancelled, even if its response is still arriving, and retried after a pause.");
    }
}
