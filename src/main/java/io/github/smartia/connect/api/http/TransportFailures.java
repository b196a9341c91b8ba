package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.reactor.IOReactorShutdownException;

/** What it means that a request brought no answer. */
final class TransportFailures {

    private final ApiCall call;
    private final ApiOptions options;

    TransportFailures(ApiCall call, ApiOptions options) {
        this.call = call;
        this.options = options;
    }

    ApiException of(Throwable cause) {
        String host = options.url().getHost();
        if (cause instanceof ProxyException proxy) {
            return failure(proxy.kind(), proxy.getMessage(), proxy);
        }
        if (cause instanceof UnknownHostException) {
            return failure(Kind.UNREACHABLE, "the host " + host + " can't be found", cause);
        }
        if (cause instanceof SSLException tls) {
            return failure(Kind.UNREACHABLE, "no TLS connection to " + host + ": " + TlsDiagnosis.of(tls), cause);
        }
        if (cause instanceof ConnectTimeoutException) {
            return failure(Kind.PASSING, "no connection within " + millis(options.connectTimeout()), cause);
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return failure(Kind.UNREACHABLE, "the host " + host + " can't be reached: " + Reason.of(cause), cause);
        }
        if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
            return failure(Kind.PASSING, "no whole answer within " + millis(options.responseTimeout()), cause);
        }
        if (cause instanceof ResponseTooLargeException) {
            return failure(Kind.UNREADABLE, cause.getMessage() + ", and was not read on", cause);
        }
        if (cause instanceof HttpException
                || cause instanceof MalformedChunkCodingException
                || cause instanceof MessageConstraintException) {
            // These quote what came, so neither their message nor they themselves go on from here.
            return failure(Kind.PASSING, "what came is not HTTP as it should be (" + type(cause) + ")", null);
        }
        if (cause instanceof IOException) {
            return failure(Kind.PASSING, "the connection broke: " + Reason.of(cause), cause);
        }
        if (cause instanceof IOReactorShutdownException) {
            return failure(Kind.CLIENT_BROKEN, "the threads of the HTTP client here have come to an end", cause);
        }
        return failure(Kind.PASSING, "the request failed (" + type(cause) + ")", cause);
    }

    private static String type(Throwable cause) {
        return cause.getClass().getSimpleName();
    }

    private static String millis(Duration timeout) {
        return timeout.toMillis() + " ms";
    }

    private ApiException failure(Kind kind, String what, Throwable cause) {
        return ApiException.noAnswer(kind, call + " brought no answer: " + what, cause);
    }
}
