package io.github.smartia.connect.api.http;

import org.apache.hc.core5.http.Header;

/** A header that shows its value only on the wire: the HTTP library writes the parts there, and {@code toString} elsewhere. */
record SecretHeader(String getName, String getValue) implements Header {

    @Override
    public boolean isSensitive() {
        return true;
    }

    @Override
    public String toString() {
        return getName + ": [hidden]";
    }
}
