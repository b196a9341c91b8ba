package io.github.smartia.cli.api;

import java.io.IOException;
import java.io.Serial;

/** A response that took too long or is too large. Unlike the JDK's messages, this one never contains response text. */
final class LimitException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    LimitException(String message) {
        super(message);
    }

    LimitException(String message, Throwable cause) {
        super(message, cause);
    }
}
