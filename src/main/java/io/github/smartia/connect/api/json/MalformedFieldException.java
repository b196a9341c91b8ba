package io.github.smartia.connect.api.json;

import java.io.Serial;

/** A required field that is missing or wrong. The message says how, without the value, which may be personal data. */
final class MalformedFieldException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    final String field;

    MalformedFieldException(String field, String problem) {
        super(problem, null, false, false);
        this.field = field;
    }
}
