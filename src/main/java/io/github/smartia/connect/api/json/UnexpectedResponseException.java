package io.github.smartia.connect.api.json;

import java.io.Serial;

/** An answer that is not what the API documents. The message goes on from "the answer …" and quotes nothing of it. */
public final class UnexpectedResponseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnexpectedResponseException(String message) {
        super(message);
    }

    /** An answer that goes over one of the {@link ResponseBounds}. */
    static UnexpectedResponseException over(String bound) {
        return new UnexpectedResponseException("goes over a bound that no answer should come near (" + bound + ")");
    }
}
