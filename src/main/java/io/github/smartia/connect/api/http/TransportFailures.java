package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.http.ProxyTunnel.NoTunnelException;
import io.github.smartia.connect.api.json.UnexpectedResponseException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;

/** What it means that a request got no response, or none that can be read. */
record TransportFailures(ApiCall call, ApiOptions options) {

    ApiException of(Throwable cause) {
        Optional<Proxy> proxy = options.transport().proxyFor(options.url().getScheme());
        String host =
                proxy.map(hop -> "proxy " + hop).orElse("host " + options.url().getHost());
        Kind unreachable = proxy.isPresent() ? Kind.PROXY_UNREACHABLE : Kind.UNREACHABLE;
        if (cause instanceof NoTunnelException tunnel) {
            return of(tunnel.kind, tunnel.getMessage(), tunnel.getCause());
        }
        if (cause instanceof UnknownHostException) {
            return of(unreachable, "the " + host + " can't be found", cause);
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return of(unreachable, "the " + host + " can't be reached: " + reason(cause), cause);
        }
        if (cause instanceof SocketTimeoutException) {
            String to = cause instanceof ConnectTimeoutException && proxy.isPresent() ? " to the " + host : "";
            return of(Kind.TRANSIENT, "no connection" + to + " within " + millis(options.connectTimeout()), cause);
        }
        return afterConnecting(cause);
    }

    private ApiException afterConnecting(Throwable cause) {
        if (cause instanceof SSLException tls) {
            String host = options.url().getHost();
            return of(Kind.UNREACHABLE, "no TLS connection to " + host + ": " + TlsDiagnosis.of(tls), cause);
        }
        if (cause instanceof TimeoutException) {
            return of(Kind.TRANSIENT, "no complete response within " + millis(options.responseTimeout()), cause);
        }
        if (cause instanceof UnexpectedResponseException) {
            return of(Kind.UNREADABLE, "the response " + cause.getMessage(), cause);
        }
        if (cause instanceof ClientProtocolException) {
            return afterConnecting(cause.getCause());
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

    private ApiException of(Kind kind, String what, Throwable cause) {
        return ApiException.withoutResponse(kind, call + " got no response: " + what, cause);
    }
}
