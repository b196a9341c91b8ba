package io.github.smartia.connect.api.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection that logs nothing. HttpClient's own connection logs headers and bodies at debug level, including the key and
 * personal data of pupils. A closed connection stays closed, even if its host name is still being looked up.
 */
final class QuietConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    /** Far above any valid response. */
    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(64 << 10)
            .build();

    private volatile boolean closed;

    QuietConnection() {
        super(BOUNDS, null, null, null, null, null, new DefaultHttpResponseParserFactory(BOUNDS));
    }

    @Override
    protected void bind(SocketHolder socket) throws IOException {
        super.bind(socket);
        if (closed) {
            super.close(CloseMode.IMMEDIATE);
            throw new SocketException("the connection was closed");
        }
    }

    @Override
    public void bind(SSLSocket secured, Socket plain) throws IOException {
        bind(new SocketHolder(secured, plain));
    }

    @Override
    public Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    /** Does nothing: each request sets its own timeout. */
    @Override
    public void activate() {}

    @Override
    public void passivate() {
        setSocketTimeout(Timeout.INFINITE);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }

    @Override
    public void close(CloseMode mode) {
        closed = true;
        super.close(mode);
    }
}
