package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.http.ProxyTunnel.NoTunnelException;
import io.github.smartia.connect.api.http.Transport.Proxy;
import io.github.smartia.connect.api.json.UnexpectedResponseException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Explains why a request got no response, or one that can't be read. */
record TransportFailures(ApiCall call, ApiOptions options) {

    ApiException of(Throwable cause) {
        if (cause instanceof NoTunnelException tunnel) {
            return of(tunnel.kind, tunnel.getMessage(), tunnel.getCause());
        }
        if (cause instanceof UnknownHostException
                || cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof SocketTimeoutException) {
            return unreachable(cause);
        }
        if (cause instanceof SSLException tls) {
            String host = options.url().getHost();
            return of(Kind.UNREACHABLE, "no TLS connection to " + host + ": " + TlsDiagnosis.of(tls), cause);
        }
        if (cause instanceof TimeoutException) {
            String within = options.responseTimeout().toMillis() + " ms";
            return of(Kind.TRANSIENT, "no complete response within " + within, cause);
        }
        if (cause instanceof UnexpectedResponseException) {
            return of(Kind.UNREADABLE, "the response " + cause.getMessage(), cause);
        }
        return broken(cause);
    }

    /** The first hop can't be found or does not accept connections. */
    private ApiException unreachable(Throwable cause) {
        Optional<Proxy> proxy = options.transport().proxyFor(options.url().getScheme());
        String hop =
                proxy.map(to -> "proxy " + to).orElse("host " + options.url().getHost());
        Kind kind = proxy.isPresent() ? Kind.PROXY_UNREACHABLE : Kind.UNREACHABLE;
        if (cause instanceof UnknownHostException) {
            return of(kind, "the " + hop + " can't be found", cause);
        }
        if (cause instanceof SocketTimeoutException) {
            String to = cause instanceof ConnectTimeoutException && proxy.isPresent() ? " to the " + hop : "";
            String within = " within " + options.connectTimeout().toMillis() + " ms";
            return of(Kind.TRANSIENT, "no connection" + to + within, cause);
        }
        return of(kind, "the " + hop + " can't be reached: " + reason(cause), cause);
    }

    /** HTTP exceptions quote the response, so both they and their messages are dropped here. */
    private ApiException broken(Throwable cause) {
        Throwable http = cause instanceof ClientProtocolException ? cause.getCause() : cause;
        if (http instanceof HttpException
                || http instanceof MalformedChunkCodingException
                || http instanceof MessageConstraintException) {
            return of(Kind.TRANSIENT, "the response is not valid HTTP (" + type(http) + ")", null);
        }
        return of(Kind.TRANSIENT, "the connection broke: " + reason(cause), cause);
    }

    /** The message of an exception, or else its type. Ends without a full stop, because messages continue after the reason. */
    static String reason(Throwable cause) {
        String message = Objects.requireNonNullElse(cause.getMessage(), "").replaceFirst("[\\s.]+$", "");
        return message.isEmpty() ? type(cause) : message;
    }

    private static String type(Throwable cause) {
        return cause.getClass().getSimpleName();
    }

    private ApiException of(Kind kind, String what, Throwable cause) {
        return ApiException.withoutResponse(kind, call + " got no response: " + what, cause);
    }
}
