package io.github.smartia.connect.api.http;

import java.util.Objects;

/** What an exception says of itself. */
final class Reason {

    private Reason() {}

    /** Ends without a full stop: messages go on after it. */
    static String of(Throwable cause) {
        String message = Objects.requireNonNullElse(cause.getMessage(), "").replaceFirst("[\\s.]+$", "");
        return message.isEmpty() ? cause.getClass().getSimpleName() : message;
    }
}
