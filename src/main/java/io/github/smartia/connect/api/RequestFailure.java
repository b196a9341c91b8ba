package io.github.smartia.connect.api;

import io.github.smartia.connect.api.ApiException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;

/** What it means that a request brought no answer. */
final class RequestFailure {

    private final ApiCall call;
    private final ApiOptions options;

    RequestFailure(ApiCall call, ApiOptions options) {
        this.call = call;
        this.options = options;
    }

    ApiException of(Throwable cause) {
        String host = options.url().getHost();
        if (cause instanceof UnknownHostException) {
            return failure(Kind.UNREACHABLE, "the host " + host + " can't be found", cause);
        }
        if (cause instanceof SSLException) {
            return failure(Kind.UNREACHABLE, "no TLS connection to " + host + ": " + cause.getMessage(), cause);
        }
        if (cause instanceof ConnectTimeoutException) {
            return failure(Kind.PASSING, "no connection within " + options.connectTimeout(), cause);
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return failure(Kind.UNREACHABLE, "the host " + host + " can't be reached: " + cause.getMessage(), cause);
        }
        if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
            return failure(Kind.PASSING, "no whole answer within " + options.responseTimeout(), cause);
        }
        if (cause instanceof AnswerTooLargeException) {
            return failure(Kind.PASSING, cause.getMessage() + ", and was not read on", cause);
        }
        if (cause instanceof IOException || cause instanceof HttpException) {
            return failure(Kind.PASSING, "the connection broke: " + cause.getMessage(), cause);
        }
        return failure(Kind.PASSING, "the request failed: " + cause, cause);
    }

    private ApiException failure(Kind kind, String what, Throwable cause) {
        return ApiException.noAnswer(kind, call + " brought no answer: " + what, cause);
    }
}
