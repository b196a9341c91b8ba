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

    URI search() {
        return URI.create(url + SESSIONS + "/search");
    }

    URI inProgress(String query) {
        return URI.create(url + SESSIONS + "/in-progress?" + query);
    }
}
