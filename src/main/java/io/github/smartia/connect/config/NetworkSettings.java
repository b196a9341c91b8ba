package io.github.smartia.connect.config;

import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import io.github.smartia.connect.api.http.Transport;
import io.github.smartia.connect.config.values.ProxyUrl;
import io.github.smartia.connect.config.values.TextValidator;
import java.security.KeyStore;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Validator;

/** TLS and the proxy on the way to the API. */
public final class NetworkSettings {

    /** The setting of the proxy. */
    public static final String PROXY_URL = "api.proxy.url";

    static final String TRUST_STORE = "api.ssl.truststore.location";
    static final String TRUST_STORE_PASSWORD = "api.ssl.truststore.password";
    static final String TRUST_STORE_TYPE = "api.ssl.truststore.type";

    private NetworkSettings() {}

    static void define(ConfigDef definition) {
        SettingGroup group = new SettingGroup(definition, "TLS and proxy");
        group.add(STRING, TRUST_STORE, "Trust store", "", any("the path of a file"), Importance.MEDIUM)
                .dependents(TRUST_STORE_PASSWORD, TRUST_STORE_TYPE)
                .doc("File on the worker with the certificates of the CAs to trust for the API, and no others. Needed "
                        + "if the API, or a proxy that inspects TLS, has a certificate from a CA of your own. Empty: the "
                        + "CAs that the worker's JVM trusts. The file is read when the connector starts. The host name "
                        + "in the API's certificate is always checked, and TLS 1.2 is the oldest version that is "
                        + "accepted.");
        Validator password = any("a password");
        group.add(PASSWORD, TRUST_STORE_PASSWORD, "Trust store password", "", password, Importance.MEDIUM)
                .choices(Choices.free().shownWithAnyOf(TRUST_STORE, TRUST_STORE_PASSWORD))
                .doc("Password of " + TRUST_STORE + ". A PEM file has none. If it is empty, the integrity of a JKS or "
                        + "PKCS12 store is not checked.");
        Validator type = TextValidator.of(
                "JKS, PKCS12 or PEM",
                text -> TrustStore.TYPES.contains(text.toUpperCase(Locale.ROOT)),
                "must be JKS, PKCS12 or PEM.");
        group.add(STRING, TRUST_STORE_TYPE, "Trust store type", "JKS", type, Importance.LOW)
                .choices(Choices.of(TrustStore.TYPES).shownWithAnyOf(TRUST_STORE))
                .doc("Format of " + TRUST_STORE + ", as in Kafka's own clients: a key store of the JDK (JKS or "
                        + "PKCS12), or a file with certificates in PEM format, one after the other.");
        group.add(PASSWORD, PROXY_URL, "Proxy URL", "", new ProxyUrl(), Importance.MEDIUM)
                .doc("HTTP proxy for requests to the API, such as http://proxy.example:3128 or "
                        + "http://user:password@proxy.example:3128. In user and password, characters other than "
                        + "letters and digits are written as %40 and the like. The type is password, since the URL may "
                        + "contain one. The connector opens a TLS tunnel with CONNECT, so the proxy sees neither key nor "
                        + "sessions, but user and password are sent to the proxy in clear text. Requests to an http "
                        + "URL, which is always on loopback, do not use the proxy. Empty: no proxy.");
    }

    private static Validator any(String description) {
        return TextValidator.of(description, text -> true, "");
    }

    /** @throws org.apache.kafka.common.config.ConfigException if the trust store can't be read */
    static Transport from(AbstractConfig config) {
        String location = config.getString(TRUST_STORE);
        Optional<KeyStore> trusted = location.isEmpty()
                ? Optional.empty()
                : Optional.of(TrustStore.of(
                                location, config.getPassword(TRUST_STORE_PASSWORD), config.getString(TRUST_STORE_TYPE))
                        .load());
        return new Transport(trusted, ProxyUrl.parse(config.getPassword(PROXY_URL)));
    }
}
