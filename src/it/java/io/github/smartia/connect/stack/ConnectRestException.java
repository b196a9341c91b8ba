package io.github.smartia.connect.stack;

import java.io.Serial;

/** A worker refused a request; the message holds the call and the whole answer. */
public final class ConnectRestException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;

    ConnectRestException(String call, JsonHttp.Answer answer) {
        super(call + " was answered with " + answer.status() + ": " + answer.body());
        this.status = answer.status();
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
