package io.github.smartia.cli.api;

import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The way to the API.
 *
 * @param url the base URL, without a slash at its end
 * @param tls whom to trust
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
