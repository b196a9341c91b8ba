package io.github.smartia.cli.api;

import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How to reach the API.
 *
 * @param url the base URL, without a trailing slash
 * @param tls contains the trusted CAs
 */
public record Connection(URI url, ApiKey key, Optional<Proxy> proxy, SSLContext tls) {

    private static final String SESSIONS = "/smart-ia/sessions";

    /** The proxy, unless the URL is plain http: a proxy would see the key. */
    Optional<Proxy> tunnel() {
        return proxy.filter(any -> url.getScheme().equalsIgnoreCase("https"));
    }

    URI search() {
        return URI.create(url + SESSIONS + "/search");
    }

    URI inProgress(String query) {
        return URI.create(url + SESSIONS + "/in-progress?" + query);
    }
}
