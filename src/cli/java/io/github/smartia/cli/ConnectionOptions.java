package io.github.smartia.cli;

import io.github.smartia.cli.api.Connection;
import io.github.smartia.cli.api.Proxy;
import io.github.smartia.cli.api.Requests;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Option;

/** The options that all commands share: how to reach the API, and how many requests to send. */
final class ConnectionOptions {

    static final String DEFAULT_URL = "https://connect.century.tech/api/v1";
    static final String TRUST_STORE_PASSWORD = "SMART_IA_TRUSTSTORE_PASSWORD";
    static final String PROXY_VARIABLE = "SMART_IA_PROXY_URL";

    private static final double MOST_PER_SECOND = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = DEFAULT_URL,
            description = "Base URL of the API, as api.url. Default: ${DEFAULT-VALUE}")
    private String url = DEFAULT_URL;

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description = "HTTP proxy, as api.proxy.url. If it contains a password, use the environment variable "
                    + PROXY_VARIABLE + " instead: other users of this machine can see arguments.")
    private Optional<String> proxy = Optional.empty();

    @Option(
            names = "--truststore",
            paramLabel = "FILE",
            description = "Certificates of the CAs to trust, as api.ssl.truststore.location. "
                    + "Its password comes from the environment variable " + TRUST_STORE_PASSWORD + ".")
    private Optional<Path> trustStore = Optional.empty();

    @Option(
            names = "--truststore-type",
            paramLabel = "TYPE",
            defaultValue = "JKS",
            description = "JKS, PKCS12 or PEM, as api.ssl.truststore.type. Default: ${DEFAULT-VALUE}")
    private TrustStore.Type trustStoreType = TrustStore.Type.JKS;

    @Option(
            names = "--requests-per-second",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "How many requests may start in a second, at most 5. Default: ${DEFAULT-VALUE}")
    private double perSecond = 1;

    /** @throws UsageException if an option or the key is wrong */
    Requests requests(Environment environment, int atMost) {
        if (!(perSecond > 0 && perSecond <= MOST_PER_SECOND)) {
            throw new UsageException("--requests-per-second must be more than 0 and at most 5.");
        }
        Connection connection = new Connection(
                BaseUrl.api(url), KeySource.read(environment), proxyFrom(environment), context(environment));
        return new Requests(
                connection,
                new Requests.Limits(perSecond, atMost, TIMEOUT),
                environment.clock(),
                environment.sleeper());
    }

    /** The same options as settings of the connector, with references instead of secrets. */
    Map<String, String> settings(Environment environment) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("api.key", "${env:" + KeySource.VARIABLE + "}");
        if (!url.equals(DEFAULT_URL)) {
            settings.put("api.url", url);
        }
        proxyFrom(environment).ifPresent(any -> settings.put("api.proxy.url", "${env:" + PROXY_VARIABLE + "}"));
        trustStore.ifPresent(file -> {
            settings.put("api.ssl.truststore.location", file.toString());
            settings.put("api.ssl.truststore.type", trustStoreType.name());
            if (environment.variables().containsKey(TRUST_STORE_PASSWORD)) {
                settings.put("api.ssl.truststore.password", "${env:" + TRUST_STORE_PASSWORD + "}");
            }
        });
        return settings;
    }

    double perSecond() {
        return perSecond;
    }

    private Optional<Proxy> proxyFrom(Environment environment) {
        return proxy.or(() -> Optional.ofNullable(environment.variables().get(PROXY_VARIABLE)))
                .map(BaseUrl::proxy)
                .map(Proxy::new);
    }

    private SSLContext context(Environment environment) {
        String password = environment.variables().getOrDefault(TRUST_STORE_PASSWORD, "");
        return trustStore
                .map(file -> new TrustStore(file, trustStoreType, password).context())
                .orElseGet(ConnectionOptions::trustedByTheJvm);
    }

    private static SSLContext trustedByTheJvm() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has TLS", e);
        }
    }
}
