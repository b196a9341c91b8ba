package io.github.smartia.cli.api;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * An HTTP proxy.
 *
 * @param url {@code http://host:port}, optionally with user name and password
 */
public record Proxy(URI url) {

    ProxySelector selector() {
        return ProxySelector.of(new InetSocketAddress(url.getHost(), url.getPort()));
    }

    Optional<String> authorisation() {
        return Optional.ofNullable(url.getUserInfo())
                .map(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .map("Basic "::concat);
    }

    /** Host and port only. */
    @Override
    public String toString() {
        return url.getHost() + ":" + url.getPort();
    }
}
