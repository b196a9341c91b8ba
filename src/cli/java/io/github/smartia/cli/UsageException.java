package io.github.smartia.cli;

import java.io.Serial;

/** Something that the user must set otherwise. */
final class UsageException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
