package io.github.smartia.connect.api.http;

import org.apache.hc.core5.http.Header;

/** A header that shows its value only on the wire. Elsewhere, the HTTP library uses {@code toString}, which hides the value. */
public record SecretHeader(String getName, String getValue) implements Header {

    public static SecretHeader apiKey(String key) {
        return new SecretHeader("x-api-key", key);
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
