package io.github.smartia.connect.api.json;

import java.io.Serial;

/** A response that is not as documented. The message follows the words "the response", and quotes nothing of it. */
public final class UnexpectedResponseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnexpectedResponseException(String message) {
        super(message);
    }
}
