package io.github.smartia.connect.stack;

import java.io.Serial;
import java.net.http.HttpResponse;

/** A server refused a request; the message holds the call and the whole response. */
public final class HttpStatusException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;

    HttpStatusException(HttpResponse<String> response) {
        super("%s %s was answered with %d: %s"
                .formatted(response.request().method(), response.uri(), response.statusCode(), response.body()));
        this.status = response.statusCode();
    }

    public int status() {
        return status;
    }
}
