package io.github.smartia.cli.check;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.ApiFailure.Kind;

/** Whether the failure of a request ends the whole check. */
final class Stop {

    private Stop() {}

    /** @throws ApiFailure {@code failure} itself, if other requests would fail too */
    static void ifFinal(ApiFailure failure) throws ApiFailure {
        if (failure.isFinal() || failure.kind() == Kind.THROTTLED) {
            throw failure;
        }
    }
}
