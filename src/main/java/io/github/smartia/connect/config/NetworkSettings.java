package io.github.smartia.connect.config;

import io.github.smartia.connect.api.http.Proxy;
import io.github.smartia.connect.api.http.Transport;
import io.github.smartia.connect.config.values.ProxyUrl;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.types.Password;

/**
 * The way to the API.
 *
 * @param trustStore who may vouch for the API; empty for those that the JVM trusts
 * @param proxy what stands between the worker and the API; shows neither user name nor password
 */
public record NetworkSettings(Optional<TrustStore> trustStore, Optional<Proxy> proxy) {

    static final String TRUST_STORE = "api.ssl.truststore.location";
    static final String TRUST_STORE_PASSWORD = "api.ssl.truststore.password";
    static final String TRUST_STORE_TYPE = "api.ssl.truststore.type";
    public static final String PROXY_URL = "api.proxy.url";

    private static final Password NONE = new Password("");

    static void define(ConfigDef definition) {
        new SettingGroup(definition, "TLS and proxy")
                .add(
                        TRUST_STORE,
                        ConfigDef.Type.STRING,
                        "",
                        ConfigDef.LambdaValidator.with((setting, value) -> {}, () -> "empty, or the path of a file"),
                        Importance.MEDIUM,
                        Width.LONG,
                        "Trust store",
                        "File on the worker with the certificates of the only CAs that are trusted for the "
                                + "API. Needed if the API, or a proxy that inspects TLS, has a certificate from a CA "
                                + "of your own. Empty: the CAs that the worker's JVM trusts. Read when the connector "
                                + "starts. The host name in the API's certificate is always checked, and TLS 1.2 is "
                                + "the oldest version that is accepted.",
                        List.of(TRUST_STORE_PASSWORD, TRUST_STORE_TYPE),
                        Choices.free())
                .add(
                        TRUST_STORE_PASSWORD,
                        ConfigDef.Type.PASSWORD,
                        NONE.value(),
                        ConfigDef.LambdaValidator.with((setting, value) -> {}, () -> "empty, or a password"),
                        Importance.MEDIUM,
                        Width.MEDIUM,
                        "Trust store password",
                        "Password of " + TRUST_STORE
                                + ". Empty if it has none; the integrity of a JKS or PKCS12 store is then not checked. "
                                + "A PEM file has none.",
                        List.of(),
                        Choices.free().shownWithAnyOf(TRUST_STORE, TRUST_STORE_PASSWORD))
                .add(
                        TRUST_STORE_TYPE,
                        ConfigDef.Type.STRING,
                        TrustStoreType.JKS.name(),
                        TrustStoreType.VALIDATOR,
                        Importance.LOW,
                        Width.SHORT,
                        "Trust store type",
                        "Format of " + TRUST_STORE
                                + ", as in Kafka's own clients: a key store of the JDK (JKS or PKCS12), or a file with "
                                + "certificates in PEM format, one after the other.",
                        List.of(),
                        Choices.of(TrustStoreType.names()).shownWithAnyOf(TRUST_STORE))
                .add(
                        PROXY_URL,
                        ConfigDef.Type.PASSWORD,
                        NONE.value(),
                        new ProxyUrl(),
                        Importance.MEDIUM,
                        Width.LONG,
                        "Proxy URL",
                        "HTTP proxy for requests to the API, such as http://proxy.example:3128 or "
                                + "http://user:password@proxy.example:3128. In user and password, characters other "
                                + "than letters and digits are written as %40 and the like. The type is password, "
                                + "since the URL may contain one. TLS passes through the proxy by CONNECT, so it sees "
                                + "neither key nor sessions, but user and password are sent to it in clear text. An "
                                + "http API, which is on this machine, is reached without the proxy. Empty: no proxy.");
    }

    static NetworkSettings from(AbstractConfig config) {
        String location = config.getString(TRUST_STORE);
        return new NetworkSettings(
                location.isEmpty()
                        ? Optional.empty()
                        : Optional.of(TrustStore.of(
                                location,
                                config.getPassword(TRUST_STORE_PASSWORD),
                                config.getString(TRUST_STORE_TYPE))),
                ProxyUrl.parse(config.getPassword(PROXY_URL)));
    }

    /**
     * Reads the trust store.
     *
     * @throws org.apache.kafka.common.config.ConfigException if it can't be read any more
     */
    public Transport transport() {
        return new Transport(trustStore.map(TrustStore::load), proxy);
    }
}
