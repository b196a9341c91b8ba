package io.github.smartia.connect.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy on loopback that opens tunnels, or says why not, and remembers all that it sees of them. */
public final class TunnelProxy implements AutoCloseable {

    private static final String CONNECT = "CONNECT ";
    private static final String OPEN = "HTTP/1.1 200 Connection established";

    private final ServerSocket socket;
    private final String wantedAuthorisation;
    private final String answer;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final CompletableFuture<Void> accepting;

    private TunnelProxy(String wantedAuthorisation, String answer) {
        this.wantedAuthorisation = wantedAuthorisation;
        this.answer = answer;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = CompletableFuture.runAsync(this::accept, threads);
    }

    /** Opens a tunnel to wherever it is asked for. */
    public static TunnelProxy open() {
        return new TunnelProxy("", OPEN);
    }

    /** Opens a tunnel to those whose {@code Proxy-Authorization} this is. */
    public static TunnelProxy demanding(String authorisation) {
        return new TunnelProxy(authorisation, OPEN);
    }

    /** Gives everybody this answer and opens no tunnel; an empty one never comes. */
    public static TunnelProxy answering(String answer) {
        return new TunnelProxy("", answer);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What was asked of it: the heads of requests. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** All bytes from clients, within tunnels too. */
    public synchronized String seen() {
        return seen.toString(StandardCharsets.ISO_8859_1);
    }

    /** Whether every client has closed its connection. */
    public boolean allEnded() {
        return connections.stream().allMatch(Socket::isClosed);
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                connections.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = readHead(client.getInputStream());
            heads.add(head);
            if (answer.isEmpty()) {
                copy(client.getInputStream(), OutputStream.nullOutputStream());
            } else if (!head.contains(wantedAuthorisation)) {
                send(client, "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"");
            } else if (answer.equals(OPEN)) {
                tunnel(client, URI.create("tcp://" + head.substring(CONNECT.length(), head.indexOf(" HTTP/"))));
            } else {
                send(client, answer);
            }
        } catch (IOException e) {
            // The client has gone, as it may.
        }
    }

    private void tunnel(Socket client, URI target) throws IOException {
        try (Socket server = new Socket(target.getHost(), target.getPort())) {
            send(client, answer);
            threads.execute(() -> {
                try {
                    server.getInputStream().transferTo(client.getOutputStream());
                } catch (IOException e) {
                    // The other direction ends too.
                }
            });
            copy(client.getInputStream(), server.getOutputStream());
        }
    }

    private String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client has gone");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            remember(buffer, read);
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    private synchronized void remember(byte[] bytes, int length) {
        seen.write(bytes, 0, length);
    }

    private static void send(Socket client, String head) throws IOException {
        client.getOutputStream()
                .write((head + "\r\nContent-Length: 0\r\n\r\n")
                        .replace("200 Connection established\r\nContent-Length: 0", "200 Connection established")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A thread that is in {@code accept} may accept one more connection: once this returns, the port is closed. */
    @Override
    public void close() {
        try {
            socket.close();
            accepting.join();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
