package io.github.smartia.connect.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
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

    /** The header that authenticates the connector. */
    Optional<Header> authorisation() {
        return credentials
                .map(text -> "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .map(SecretHeader::proxyAuthorization);
    }

    /** Host and port alone. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
