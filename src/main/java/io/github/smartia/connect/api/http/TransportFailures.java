package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.json.UnexpectedResponseException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;

/** What it means that a request got no response, or none that can be read. */
final class TransportFailures {

    private final ApiCall call;
    private final ApiOptions options;

    TransportFailures(ApiCall call, ApiOptions options) {
        this.call = call;
        this.options = options;
    }

    ApiException of(Throwable cause) {
        String host = options.url().getHost();
        if (cause instanceof UnknownHostException) {
            return of(Kind.UNREACHABLE, "the host " + host + " can't be found", cause);
        }
        if (cause instanceof SSLException tls) {
            return of(Kind.UNREACHABLE, "no TLS connection to " + host + ": " + TlsDiagnosis.of(tls), cause);
        }
        if (cause instanceof ConnectTimeoutException) {
            return of(Kind.TRANSIENT, "no connection within " + millis(options.connectTimeout()), cause);
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return of(Kind.UNREACHABLE, "the host " + host + " can't be reached: " + reason(cause), cause);
        }
        if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
            return of(Kind.TRANSIENT, "no complete response within " + millis(options.responseTimeout()), cause);
        }
        if (cause instanceof UnexpectedResponseException) {
            return of(Kind.UNREADABLE, "the response " + cause.getMessage(), cause);
        }
        if (cause instanceof HttpException
                || cause instanceof MalformedChunkCodingException
                || cause instanceof MessageConstraintException) {
            // These quote what came, so both they and their messages are dropped here.
            return of(Kind.TRANSIENT, "the response is not valid HTTP (" + type(cause) + ")", null);
        }
        if (cause instanceof IOException) {
            return of(Kind.TRANSIENT, "the connection broke: " + reason(cause), cause);
        }
        return of(Kind.TRANSIENT, "the request failed (" + type(cause) + ")", cause);
    }

    /** What an exception says of itself, without a full stop at the end: messages continue after it. */
    static String reason(Throwable cause) {
        String message = Objects.requireNonNullElse(cause.getMessage(), "").replaceFirst("[\\s.]+$", "");
        return message.isEmpty() ? type(cause) : message;
    }

    private static String type(Throwable cause) {
        return cause.getClass().getSimpleName();
    }

    private static String millis(Duration timeout) {
        return timeout.toMillis() + " ms";
    }

    ApiException of(Kind kind, String what, Throwable cause) {
        return ApiException.withoutResponse(kind, call + " got no response: " + what, cause);
    }
}
