package io.github.smartia.connect.api.http;

import java.io.IOException;
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

    /** @param patience for the proxy's response and for the TLS handshake */
    ProxyTunnel(Proxy proxy, HttpConnections connections, Duration patience) {
        this.proxy = proxy;
        this.connections = connections;
        this.patience = patience;
    }

    /** @throws ProxyException if it fails before the TLS handshake with the API */
    void open(ConnectionEndpoint endpoint, HttpRoute route) throws IOException {
        int status = status(endpoint, route);
        if (status != 200) {
            throw ProxyException.refused(proxy, status);
        }
        connections.secure(endpoint);
    }

    private int status(ConnectionEndpoint endpoint, HttpRoute route) throws ProxyException {
        ClassicHttpRequest request = new BasicClassicHttpRequest(
                Method.CONNECT, route.getTargetHost(), route.getTargetHost().toHostString());
        proxy.authorisation().ifPresent(request::setHeader);
        try {
            connections.connect(endpoint);
            endpoint.setSocketTimeout(Timeout.of(patience));
            return Exchange.send(endpoint, request, HttpClientContext.create()).getCode();
        } catch (IOException | HttpException e) {
            throw ProxyException.of(e, proxy, patience);
        }
    }
}
