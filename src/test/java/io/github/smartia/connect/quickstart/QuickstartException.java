package io.github.smartia.connect.quickstart;

import java.io.Serial;

/** The quickstart could not show what it should; the message tells the user why. */
final class QuickstartException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    QuickstartException(String message) {
        super(message);
    }

    QuickstartException(String message, Throwable cause) {
        super(message, cause);
    }
}
