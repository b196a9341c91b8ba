package io.github.smartia.connect.api;

import org.apache.hc.core5.http.Header;

/** The secret that opens the API. Shows itself only on the wire. */
public final class ApiKey {

    private final String value;

    public ApiKey(String value) {
        this.value = value;
    }

    /** The header that carries the key. */
    Header header() {
        return new KeyHeader(value);
    }

    @Override
    public String toString() {
        return "[hidden]";
    }

    /** The HTTP client writes the parts of a header to the wire, and at debug level its {@code toString} to the log. */
    private record KeyHeader(String getValue) implements Header {

        @Override
        public String getName() {
            return "x-api-key";
        }

        @Override
        public boolean isSensitive() {
            return true;
        }

        @Override
        public String toString() {
            return getName() + ": [hidden]";
        }
    }
}
