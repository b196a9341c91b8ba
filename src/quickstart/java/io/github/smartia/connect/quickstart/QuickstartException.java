package io.github.smartia.connect.quickstart;

import java.io.Serial;

/** The quickstart could not show what it should; the message says why to the user. */
final class QuickstartException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String details;

    QuickstartException(String message) {
        this(message, "");
    }

    /** @param details what a user who wants to know more may read first, such as the end of a log */
    QuickstartException(String message, String details) {
        super(message);
        this.details = details;
    }

    /** Of any failure: its first line is the reason, and all others are details. */
    static QuickstartException of(RuntimeException failure) {
        if (failure instanceof QuickstartException known) {
            return known;
        }
        String text = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        String[] parts = text.split("\n", 2);
        return new QuickstartException(parts[0], parts.length > 1 ? parts[1] : "");
    }

    String details() {
        return details;
    }
}
