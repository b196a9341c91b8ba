package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.http.Transport.Proxy;
import java.io.IOException;
import java.io.Serial;
import java.net.SocketTimeoutException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes HttpClient's CONNECT send the credentials in the first request, apply the connect timeout, and report failures that
 * say what to correct.
 */
final class ProxyTunnel extends HttpRequestExecutor {

    private final ApiOptions options;

    ProxyTunnel(ApiOptions options) {
        this.options = options;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        if (!Method.CONNECT.isSame(request.getMethod())) {
            return super.execute(request, connection, callback, context);
        }
        Proxy proxy = options.transport().proxy().orElseThrow();
        proxy.authorisation().ifPresent(request::setHeader);
        // Applies to the TLS handshake through the proxy too.
        connection.setSocketTimeout(Timeout.of(options.connectTimeout()));
        ClassicHttpResponse response;
        try {
            response = super.execute(request, connection, callback, context);
        } catch (SocketTimeoutException e) {
            throw new ConnectTimeoutException(TransportFailures.reason(e));
        } catch (IOException e) {
            String what = "the proxy " + proxy + " can't be reached: " + TransportFailures.reason(e);
            throw new NoTunnelException(Kind.PROXY_UNREACHABLE, what, e);
        } catch (HttpException e) {
            // The exception is dropped, because it quotes the response.
            throw new NoTunnelException(
                    Kind.PROXY_UNREACHABLE, "the server at " + proxy + " is not an HTTP proxy", null);
        }
        if (response.getCode() != 200) {
            throw rejected(proxy, response.getCode());
        }
        return response;
    }

    private static NoTunnelException rejected(Proxy proxy, int status) {
        String responded = "the proxy " + proxy + " responded with status " + status + ": ";
        if (status >= 500) {
            return new NoTunnelException(Kind.TRANSIENT, responded + "it can't connect to the API", null);
        }
        String why = "it does not let the worker connect to the API";
        if (status == 407) {
            why = proxy.credentials().isPresent()
                    ? "it does not accept the user name and password of api.proxy.url"
                    : "it requires a user name and a password, and api.proxy.url contains none";
        }
        return new NoTunnelException(Kind.PROXY_REJECTED, responded + why, null);
    }

    /** The proxy did not open a tunnel. The message names the proxy without its user name and password. */
    static final class NoTunnelException extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        final Kind kind;

        NoTunnelException(Kind kind, String message, Throwable cause) {
            super(message, cause);
            this.kind = kind;
        }
    }
}
