package io.github.smartia.connect.api.json;

import java.io.Serial;

/**
 * A response that the API does not document. The message completes a sentence that begins with "the response", and quotes
 * nothing of the response.
 */
public final class UnexpectedResponseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnexpectedResponseException(String message) {
        super(message);
    }
}
