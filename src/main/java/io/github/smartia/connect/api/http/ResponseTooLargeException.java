package io.github.smartia.connect.api.http;

import java.io.IOException;
import java.io.Serial;

/** A response is over the bound, and the rest of it was not read. */
final class ResponseTooLargeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    ResponseTooLargeException(int bound) {
        super("the response is over " + (bound >> 20) + " MiB");
    }
}
