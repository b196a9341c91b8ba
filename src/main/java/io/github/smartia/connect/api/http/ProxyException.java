package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiException.Kind;
import java.io.IOException;
import java.io.Serial;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.HttpException;

/** The way to the API ended at the proxy. The message says why, without the proxy's user name or password. */
final class ProxyException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    private ProxyException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** The proxy did not respond, because of {@code cause}. */
    static ProxyException of(Throwable cause, Proxy proxy, Duration patience) {
        if (cause instanceof UnknownHostException) {
            return new ProxyException(Kind.PROXY_UNREACHABLE, "the proxy " + proxy.host() + " can't be found", cause);
        }
        if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
            String message = "the proxy " + proxy + " did not connect within " + patience.toMillis() + " ms";
            return new ProxyException(Kind.TRANSIENT, message, cause);
        }
        if (cause instanceof HttpException) {
            // It quotes what came, so it is dropped here.
            return new ProxyException(Kind.PROXY_UNREACHABLE, "what responds at " + proxy + " is no HTTP proxy", null);
        }
        String message = "the proxy " + proxy + " can't be reached: " + TransportFailures.reason(cause);
        return new ProxyException(Kind.PROXY_UNREACHABLE, message, cause);
    }

    /** The proxy responded, and opened no tunnel. */
    static ProxyException refused(Proxy proxy, int status) {
        String responded = "the proxy " + proxy + " responded with status " + status + ": ";
        if (status == 407) {
            String why = proxy.credentials().isPresent()
                    ? "it does not accept the user name and password of api.proxy.url"
                    : "it wants a user name and a password, and api.proxy.url holds none";
            return new ProxyException(Kind.PROXY_REFUSED, responded + why, null);
        }
        if (status >= 500) {
            return new ProxyException(Kind.TRANSIENT, responded + "it can't connect to the API", null);
        }
        return new ProxyException(
                Kind.PROXY_REFUSED, responded + "it does not let the worker connect to the API", null);
    }

    Kind kind() {
        return kind;
    }
}
