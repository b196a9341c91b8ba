package io.github.smartia.connect.api.json;

import java.io.Serial;

/** A field that is missing or not what it should be. Stays inside this package. */
final class MalformedFieldException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String field;

    MalformedFieldException(String field, String problem) {
        super(problem, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }

    /** What is wrong, without the value: it may be personal data. */
    String problem() {
        return getMessage();
    }
}
