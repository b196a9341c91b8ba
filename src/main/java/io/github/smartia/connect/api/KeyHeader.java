package io.github.smartia.connect.api;

import java.io.Serial;
import org.apache.hc.core5.http.message.BasicHeader;

/** The header that carries the API key. Its text, which the HTTP client writes to its debug log, does not show it. */
final class KeyHeader extends BasicHeader {

    static final String NAME = "x-api-key";

    @Serial
    private static final long serialVersionUID = 1L;

    KeyHeader(ApiKey key) {
        super(NAME, key.headerValue(), true);
    }

    @Override
    public String toString() {
        return NAME + ": [hidden]";
    }
}
