package io.github.smartia.connect.api.json;

import java.io.Serial;

/** An answer that is not what the API documents. The message goes on from "the answer …" and quotes nothing of it. */
public final class UnexpectedAnswerException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnexpectedAnswerException(String message) {
        super(message);
    }

    /** An answer that goes over one of the {@link AnswerBounds}. */
    static UnexpectedAnswerException over(String bound) {
        return new UnexpectedAnswerException("goes over a bound that no answer should come near (" + bound + ")");
    }
}
