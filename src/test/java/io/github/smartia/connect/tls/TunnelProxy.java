package io.github.smartia.connect.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on loopback that opens tunnels, or says why not, and remembers all that it sees of them. */
public final class TunnelProxy implements AutoCloseable {

    private static final String CONNECT = "CONNECT ";
    private static final String OPEN = "HTTP/1.1 200 Connection established";

    private final String wantedAuthorisation;
    private final String answer;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final RawServer server;

    private TunnelProxy(String wantedAuthorisation, String answer) {
        this.wantedAuthorisation = wantedAuthorisation;
        this.answer = answer;
        this.server = new RawServer(this::serve);
    }

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
        return URI.create(server.url()).getPort();
    }

    /** What was asked of it: the heads of requests. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** All bytes from clients, within tunnels too. */
    public String seen() {
        return seen.toString(StandardCharsets.ISO_8859_1);
    }

    public boolean allEnded() {
        return server.allEnded();
    }

    private void serve(Socket client) throws IOException {
        String head = readHead(client.getInputStream());
        heads.add(head);
        if (answer.isEmpty()) {
            RawServer.awaitEnd(client);
        } else if (!head.contains(wantedAuthorisation)) {
            send(client, "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"");
        } else if (answer.equals(OPEN)) {
            tunnel(client, URI.create("tcp://" + head.substring(CONNECT.length(), head.indexOf(" HTTP/"))));
        } else {
            send(client, answer);
        }
    }

    private void tunnel(Socket client, URI target) throws IOException {
        try (Socket api = new Socket(target.getHost(), target.getPort())) {
            RawServer.send(client, OPEN + "\r\n\r\n");
            RawServer.start(() -> api.getInputStream().transferTo(client.getOutputStream()));
            copy(client.getInputStream(), api.getOutputStream());
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
            seen.write(buffer, 0, read);
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    private static void send(Socket client, String head) throws IOException {
        RawServer.send(client, head + "\r\nContent-Length: 0\r\n\r\n");
    }

    @Override
    public void close() {
        server.close();
    }
}
