package io.github.smartia.connect.api.http;

import org.apache.hc.core5.http.Header;

/** The secret that opens the API. Shows itself only on the wire. */
public final class ApiKey {

    private final Header header;

    public ApiKey(String value) {
        header = new SecretHeader("x-api-key", value);
    }

    /** The header that carries the key. */
    Header header() {
        return header;
    }

    @Override
    public String toString() {
        return "[hidden]";
    }
}
