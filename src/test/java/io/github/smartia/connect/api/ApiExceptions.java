package io.github.smartia.connect.api;

import io.github.smartia.connect.api.ApiException.Kind;
import java.util.Optional;

/** Failures of the API for the tests of those who meet them. */
public final class ApiExceptions {

    private ApiExceptions() {}

    public static ApiException noAnswer(Kind kind, String message) {
        return ApiException.withoutResponse(kind, message, null);
    }

    public static ApiException answered(Kind kind, int status, String message) {
        return ApiException.withStatus(kind, status, Optional.empty(), message);
    }
}
