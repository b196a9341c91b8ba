package io.github.smartia.connect.api.json;

import java.io.Serial;

/** A response is not as documented. The message continues the words "the response", and does not quote the response. */
public final class UnexpectedResponseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnexpectedResponseException(String message) {
        super(message);
    }
}
