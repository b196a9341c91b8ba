package io.github.smartia.connect.api;

import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Finds the failure behind what a future ends with. */
public final class ApiFailures {

    private ApiFailures() {}

    public static Throwable unwrapped(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    /** Empty where nothing was thrown, or something that did not come from the API. */
    public static Optional<ApiException> of(Throwable thrown) {
        return Optional.ofNullable(thrown)
                .map(ApiFailures::unwrapped)
                .filter(ApiException.class::isInstance)
                .map(ApiException.class::cast);
    }
}
