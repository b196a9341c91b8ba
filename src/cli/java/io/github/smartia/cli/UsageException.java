package io.github.smartia.cli;

import java.io.Serial;

/** An option, or an environment variable, that the user must correct. */
final class UsageException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
