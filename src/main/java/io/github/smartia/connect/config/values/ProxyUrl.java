package io.github.smartia.connect.config.values;

import io.github.smartia.connect.api.http.Transport.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/** The URL of an HTTP proxy, with or without user name and password. */
public final class ProxyUrl implements TextValidator {

    private static final int HIGHEST_PORT = 65_535;

    public static Optional<Proxy> parse(Password url) {
        if (url.value().isEmpty()) {
            return Optional.empty();
        }
        URI parsed = URI.create(url.value());
        return Optional.of(new Proxy(parsed.getHost(), parsed.getPort(), Optional.ofNullable(parsed.getUserInfo())));
    }

    @Override
    public Optional<String> problem(String text) {
        try {
            return problem(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.of(
                    "is not a URL. In user name and password, write characters other than letters and digits "
                            + "as %40 and the like.");
        }
    }

    private static Optional<String> problem(URI url) {
        if (!"http".equalsIgnoreCase(url.getScheme())) {
            return Optional.of(
                    "must start with http://, the protocol between worker and proxy. TLS to the API passes through the "
                            + "proxy.");
        }
        if (url.getHost() == null || url.getPort() < 1 || url.getPort() > HIGHEST_PORT) {
            return Optional.of("must name a host and a port of 1 to 65535, such as http://proxy.example:3128.");
        }
        if (url.getUserInfo() != null && url.getUserInfo().indexOf(':') < 1) {
            return Optional.of("must name a user and a password with a colon between them, or neither.");
        }
        if (!url.getRawPath().matches("/?") || url.getRawQuery() != null || url.getRawFragment() != null) {
            return Optional.of("must not contain anything after the port.");
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "http://host:port, or http://user:password@host:port";
    }
}
