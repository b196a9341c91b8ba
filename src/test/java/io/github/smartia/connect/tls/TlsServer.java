package io.github.smartia.connect.tls;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.smartia.connect.stack.Unchecked;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** An HTTPS server on loopback that answers every request in the same way. */
public final class TlsServer implements AutoCloseable {

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final Set<String> headerNames = ConcurrentHashMap.newKeySet();
    private final byte[] answer;

    private TlsServer(HttpsServer server, byte[] answer) {
        this.server = server;
        this.answer = answer;
    }

    public static TlsServer start(HeldCertificate certificate, byte[] answer) {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        TlsServer tls = new TlsServer(Unchecked.get(() -> HttpsServer.create(free, 0)), answer);
        tls.server.setHttpsConfigurator(new HttpsConfigurator(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext()));
        tls.server.setExecutor(tls.threads);
        tls.server.createContext("/", tls::answer);
        tls.server.start();
        return tls;
    }

    public String url() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    public List<String> keys() {
        return List.copyOf(keys);
    }

    public Set<String> headerNames() {
        return Set.copyOf(headerNames);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            headerNames.addAll(exchange.getRequestHeaders().keySet());
            keys.add(String.join(",", exchange.getRequestHeaders().get("x-api-key")));
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
