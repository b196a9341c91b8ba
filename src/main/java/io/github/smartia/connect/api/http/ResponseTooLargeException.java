package io.github.smartia.connect.api.http;

import java.io.IOException;
import java.io.Serial;

/** An answer went over the bound and was not read on. */
final class ResponseTooLargeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    ResponseTooLargeException(int bound) {
        super("the answer is over " + (bound >> 20) + " MiB");
    }
}
