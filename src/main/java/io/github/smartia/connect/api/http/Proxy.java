package io.github.smartia.connect.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;

/**
 * An HTTP proxy that opens tunnels.
 *
 * @param credentials user name and password with a colon between them
 */
public record Proxy(String host, int port, Optional<String> credentials) {

    HttpHost address() {
        return new HttpHost("http", host, port);
    }

    /** The header that tells the proxy who asks. */
    Optional<Header> authorisation() {
        return credentials
                .map(text -> "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .map(value -> new SecretHeader(HttpHeaders.PROXY_AUTHORIZATION, value));
    }

    /** Host and port alone. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
