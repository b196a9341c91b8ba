package io.github.smartia.connect.simulated;

import java.io.Serial;

/** A request that gets status 400. */
final class BadRequest extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message);
    }

    static void unless(boolean sound, String message) {
        if (!sound) {
            throw new BadRequest(message);
        }
    }
}
