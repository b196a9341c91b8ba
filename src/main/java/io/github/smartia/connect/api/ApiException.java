package io.github.smartia.connect.api;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;

/** A request failed to return a page. The message names the call and the failure, without the key or personal data. */
public final class ApiException extends RuntimeException {

    /** What a failure means for the caller. */
    public enum Kind {
        /** 408, 429, 5xx, a 2xx other than 200, a timeout, a broken connection or invalid HTTP: a retry may succeed. */
        TRANSIENT,
        /**
         * A response with status 200 that is not a valid page, or any response that is too large. A smaller page may be
         * readable.
         */
        UNREADABLE,
        /** The host can't be found or reached, or TLS fails. A retry may succeed, unless {@code api.url} is wrong. */
        UNREACHABLE,
        /**
         * The proxy can't be found or reached, or does not speak HTTP. A retry may succeed, unless {@code api.proxy.url} is
         * wrong.
         */
        PROXY_UNREACHABLE,
        /**
         * The proxy requires other credentials, does not allow connections to the API, or is an HTTP server but not a
         * proxy.
         */
        PROXY_REJECTED,
        /** 401 or 403: the key is not accepted, or lacks the permission. */
        KEY_REJECTED,
        /** A redirect or 404: there is no such API at {@code api.url}. */
        WRONG_URL,
        /** Any other 4xx: the API rejected the request. */
        REQUEST_REJECTED
    }

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int TOO_MANY_REQUESTS = 429;

    private final Kind kind;
    private final int status;
    private final transient Optional<Duration> retryAfter;

    private ApiException(Kind kind, int status, Optional<Duration> retryAfter, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    public static ApiException withoutResponse(Kind kind, String message, Throwable cause) {
        return new ApiException(kind, 0, Optional.empty(), message, cause);
    }

    public static ApiException withStatus(Kind kind, int status, Optional<Duration> retryAfter, String message) {
        return new ApiException(kind, status, retryAfter, message, null);
    }

    /** Returns the failure that a future of {@link SessionsApi#fetch} completed with. */
    public static RuntimeException from(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof RuntimeException runtime
                ? runtime
                : withoutResponse(Kind.TRANSIENT, "A request failed: " + cause, cause);
    }

    public Kind kind() {
        return kind;
    }

    /** Returns the same failure for a request that no smaller request may replace. */
    ApiException asIrreplaceable() {
        return kind == Kind.UNREADABLE
                ? new ApiException(Kind.TRANSIENT, status, retryAfter, getMessage(), this)
                : this;
    }

    /** Whether the same request may succeed later. */
    public boolean isTransient() {
        return kind == Kind.TRANSIENT
                || kind == Kind.UNREADABLE
                || kind == Kind.UNREACHABLE
                || kind == Kind.PROXY_UNREACHABLE;
    }

    /** Whether the API responded with 429, because requests are too frequent. */
    public boolean isThrottled() {
        return status == TOO_MANY_REQUESTS;
    }

    /** The HTTP status; empty if no complete, valid response from the API was read. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** The wait that the API requested; empty if it requested none. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
