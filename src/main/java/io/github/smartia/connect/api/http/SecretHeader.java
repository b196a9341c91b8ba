package io.github.smartia.connect.api.http;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;

/** A header that shows its value on the wire alone: elsewhere the HTTP library writes {@code toString}. */
public record SecretHeader(String getName, String getValue) implements Header {

    /** The header that carries the key of the API. */
    public static SecretHeader apiKey(String key) {
        return new SecretHeader("x-api-key", key);
    }

    static SecretHeader proxyAuthorization(String value) {
        return new SecretHeader(HttpHeaders.PROXY_AUTHORIZATION, value);
    }

    @Override
    public boolean isSensitive() {
        return true;
    }

    @Override
    public String toString() {
        return getName + ": [hidden]";
    }
}
