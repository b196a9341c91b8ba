package io.github.smartia.connect.tls;

import io.github.smartia.connect.stack.Unchecked;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that does to each connection what the test says, for what no honest HTTP server does. */
public final class RawServer implements AutoCloseable {

    /** What to do to a connection. */
    @FunctionalInterface
    public interface Behaviour {
        void on(Socket connection) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final Thread accepting;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    public RawServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        socket = Unchecked.get(() -> new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        accepting = start(this::accept);
    }

    public static void send(Socket connection, String text) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /**
     * Sends {@code text} once the other side has begun to speak, and leaves it to that to close the connection: what comes
     * before the request, or with the end, may go unread.
     */
    public static Behaviour answering(String text) {
        return connection -> {
            connection.getInputStream().read();
            send(connection, text);
            awaitEnd(connection);
        };
    }

    /** Waits until the other side has closed the connection. */
    public static void awaitEnd(Socket connection) throws IOException {
        while (connection.getInputStream().read() >= 0) {
            // Requests are not looked into.
        }
    }

    public String url() {
        return "http://localhost:" + socket.getLocalPort();
    }

    public int connections() {
        return connections.size();
    }

    public boolean allEnded() {
        return connections.stream().allMatch(Socket::isClosed);
    }

    private void accept() throws IOException {
        while (!socket.isClosed()) {
            Socket connection = socket.accept();
            connections.add(connection);
            start(() -> {
                try (connection) {
                    behaviour.on(connection);
                }
            });
        }
    }

    /** Runs {@code work} until the test is over. */
    static Thread start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException e) {
                        // The test is over, or the client has gone, as it should.
                    }
                },
                "raw-server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** A thread that is in {@code accept} may accept one more connection: once this returns, the port is closed. */
    @Override
    public void close() {
        Unchecked.run(() -> {
            socket.close();
            accepting.join();
            for (Socket connection : connections) {
                connection.close();
            }
        });
    }

    @FunctionalInterface
    interface Work {
        void run() throws IOException, InterruptedException;
    }
}
