package io.github.smartia.connect.read;

import java.io.Serial;

/** Answers of the API contradict each other, so that nothing can be concluded from them. */
final class InconsistentAnswersException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    InconsistentAnswersException(String message) {
        super(message);
    }
}
