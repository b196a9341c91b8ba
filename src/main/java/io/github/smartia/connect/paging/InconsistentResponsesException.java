package io.github.smartia.connect.paging;

import java.io.Serial;

/** Answers of the API contradict each other, so that nothing can be concluded from them. */
public final class InconsistentResponsesException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public InconsistentResponsesException(String message) {
        super(message);
    }
}
