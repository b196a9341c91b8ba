package io.github.smartia.cli.api;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** A request without a usable response. The message contains neither the key nor any part of a response body. */
public final class ApiFailure extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What a failure means. */
    public enum Kind {
        /** 401 or 403. */
        KEY_REJECTED,
        /** 404, a redirect, or a host that does not exist. */
        WRONG_URL,
        /** Another 4xx: the API does not accept this request. */
        REQUEST_REJECTED,
        /** 429. */
        THROTTLED,
        /** 408, 5xx, a timeout, a broken connection. */
        TRANSIENT,
        /** Status 200, but not the documented JSON. */
        UNREADABLE,
        /** The certificate is rejected, or TLS fails for another reason. */
        TLS,
        /** No more requests may be sent. */
        BUDGET
    }

    private final Kind kind;
    private final transient OptionalInt status;
    private final transient Optional<Duration> retryAfter;

    ApiFailure(Kind kind, OptionalInt status, Optional<Duration> retryAfter, String message) {
        super(message);
        this.kind = kind;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static ApiFailure of(Kind kind, String message) {
        return new ApiFailure(kind, OptionalInt.empty(), Optional.empty(), message);
    }

    public Kind kind() {
        return kind;
    }

    /** Empty if there was no response. */
    public OptionalInt status() {
        return status;
    }

    /** The time to wait before a retry, from {@code Retry-After}. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Whether the connector would retry the request. */
    public boolean isTransient() {
        return kind == Kind.TRANSIENT || kind == Kind.THROTTLED || kind == Kind.UNREADABLE;
    }

    /** Whether all further requests would fail too. */
    public boolean isFinal() {
        return kind == Kind.KEY_REJECTED || kind == Kind.WRONG_URL || kind == Kind.TLS || kind == Kind.BUDGET;
    }
}
