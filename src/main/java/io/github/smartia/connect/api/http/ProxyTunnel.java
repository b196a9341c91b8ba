package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.api.ApiException.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;

/** Connects to the API through a proxy, which can't read what passes. */
final class ProxyTunnel {

    private final Proxy proxy;
    private final HttpConnections connections;
    private final Duration patience;
    private final TransportFailures failures;

    /** @param patience for the proxy's response and for the TLS handshake */
    ProxyTunnel(Proxy proxy, HttpConnections connections, Duration patience, TransportFailures failures) {
        this.proxy = proxy;
        this.connections = connections;
        this.patience = patience;
        this.failures = failures;
    }

    /**
     * Opens the tunnel, and begins TLS in it.
     *
     * @throws ApiException if the proxy opens no tunnel; names the proxy without its user name or password
     * @throws IOException if TLS fails
     */
    void open(ConnectionEndpoint endpoint, HttpRoute route) throws IOException {
        int status = connect(endpoint, route);
        if (status != 200) {
            throw refused(status);
        }
        connections.secure(endpoint);
    }

    private int connect(ConnectionEndpoint endpoint, HttpRoute route) {
        ClassicHttpRequest request = new BasicClassicHttpRequest(
                Method.CONNECT, route.getTargetHost(), route.getTargetHost().toHostString());
        proxy.authorisation().ifPresent(request::setHeader);
        try {
            connections.connect(endpoint);
            endpoint.setSocketTimeout(Timeout.of(patience));
            return Exchange.send(endpoint, request, HttpClientContext.create()).getCode();
        } catch (IOException | HttpException e) {
            throw withoutResponse(e);
        }
    }

    private ApiException withoutResponse(Exception cause) {
        if (cause instanceof UnknownHostException) {
            return failures.of(Kind.PROXY_UNREACHABLE, "the proxy " + proxy.host() + " can't be found", cause);
        }
        if (cause instanceof SocketTimeoutException) {
            String what =
                    "the proxy " + proxy + " opened no connection to the API within " + patience.toMillis() + " ms";
            return failures.of(Kind.TRANSIENT, what, cause);
        }
        if (cause instanceof HttpException) {
            // It quotes what came, so it is dropped here.
            return failures.of(Kind.PROXY_UNREACHABLE, "the server at " + proxy + " is not an HTTP proxy", null);
        }
        String what = "the proxy " + proxy + " can't be reached: " + TransportFailures.reason(cause);
        return failures.of(Kind.PROXY_UNREACHABLE, what, cause);
    }

    private ApiException refused(int status) {
        String responded = "the proxy " + proxy + " responded with status " + status + ": ";
        if (status == 407) {
            String why = proxy.credentials().isPresent()
                    ? "it does not accept the user name and password of api.proxy.url"
                    : "it requires a user name and a password, and api.proxy.url contains none";
            return failures.of(Kind.PROXY_REFUSED, responded + why, null);
        }
        return status >= 500
                ? failures.of(Kind.TRANSIENT, responded + "it can't connect to the API", null)
                : failures.of(Kind.PROXY_REFUSED, responded + "it does not let the worker connect to the API", null);
    }
}
