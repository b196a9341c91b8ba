package io.github.smartia.connect.api;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;

/** A request that brought no page. The message names the call and what happened, without key or personal data. */
public final class ApiException extends RuntimeException {

    /** What a failure means for the caller. */
    public enum Kind {
        /** 408, 429, 5xx, a time-out, a broken connection, a response of an unexpected form: a retry may succeed. */
        TRANSIENT,
        /** A response of status 200 that is no page, or is too large. One for fewer sessions may be read. */
        UNREADABLE,
        /** The host can't be found or reached, or TLS fails. A retry may succeed, unless {@code api.url} is wrong. */
        UNREACHABLE,
        /** The proxy can't be found or reached. A retry may succeed, unless {@code api.proxy.url} is wrong. */
        PROXY_UNREACHABLE,
        /** The proxy wants other credentials, does not let anyone connect to the API, or is no proxy. */
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

    /** The failure that a future of {@link SessionsApi#fetch} ended with. */
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

    /** Whether the same request may succeed later. */
    public boolean isTransient() {
        return kind == Kind.TRANSIENT
                || kind == Kind.UNREADABLE
                || kind == Kind.UNREACHABLE
                || kind == Kind.PROXY_UNREACHABLE;
    }

    /** Whether the API responded with 429: requests come too often. */
    public boolean isThrottled() {
        return status == TOO_MANY_REQUESTS;
    }

    /** The HTTP status, where there was a response. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** How long the API asked to wait. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
