package io.github.smartia.cli.api;

import io.github.smartia.cli.api.ApiFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Classifies responses and failures as the connector does. */
final class Interpreter {

    private Interpreter() {}

    /** Returns the response if its status is 200. */
    static Response checked(Response response) throws ApiFailure {
        int status = response.status();
        if (status == 200) {
            return response;
        }
        Kind kind = kind(status);
        String message = "status " + status + ": " + meaning(kind);
        throw new ApiFailure(kind, OptionalInt.of(status), response.retryAfter(), message);
    }

    private static Kind kind(int status) {
        if (status == 401 || status == 403) {
            return Kind.KEY_REJECTED;
        }
        if (status == 404 || (status >= 300 && status < 400)) {
            return Kind.WRONG_URL;
        }
        if (status == 429) {
            return Kind.THROTTLED;
        }
        return status == 408 || status >= 500 || status < 300 ? Kind.TRANSIENT : Kind.REQUEST_REJECTED;
    }

    private static String meaning(Kind kind) {
        return switch (kind) {
            case KEY_REJECTED -> "the API key is not accepted, or lacks the permission for this call";
            case WRONG_URL -> "there is no such API at this URL";
            case THROTTLED -> "too many requests";
            case REQUEST_REJECTED -> "the API rejected the request";
            default -> "the API could not serve the request";
        };
    }

    /** Quotes only this package's own messages: the JDK's may contain response text or host names. */
    static ApiFailure failure(IOException failure) {
        if (failure instanceof LimitException) {
            return ApiFailure.of(Kind.TRANSIENT, failure.getMessage());
        }
        Throwable root = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .reduce((first, second) -> second)
                .orElse(failure);
        if (root instanceof UnresolvedAddressException || root instanceof UnknownHostException) {
            return ApiFailure.of(Kind.WRONG_URL, "unknown host");
        }
        if (failure instanceof SSLException) {
            return ApiFailure.of(Kind.TLS, "TLS failed (" + name(failure) + ")");
        }
        if (root instanceof ConnectException || failure instanceof ConnectException) {
            return ApiFailure.of(Kind.TRANSIENT, "no connection");
        }
        return ApiFailure.of(Kind.TRANSIENT, "no complete response (" + name(root) + ")");
    }

    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
