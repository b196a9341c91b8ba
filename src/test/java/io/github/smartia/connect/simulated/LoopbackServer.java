package io.github.smartia.connect.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Clock;

/**
 * A small HTTP/1.1 server on loopback. Own code, since no server at hand lets a fixture reset a connection, cut a body
 * short of its announced length or send it byte by byte.
 */
final class LoopbackServer implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final EventLoop loop;
    private final ServerSocketChannel listener;
    private final RequestHandler handler;
    private final Clock clock;

    private LoopbackServer(EventLoop loop, ServerSocketChannel listener, RequestHandler handler, Clock clock) {
        this.loop = loop;
        this.listener = listener;
        this.handler = handler;
        this.clock = clock;
    }

    /** Listens at {@code port}, or at a free one if that is 0. */
    static LoopbackServer start(int port, RequestHandler handler, Clock clock) {
        try {
            ServerSocketChannel listener = ServerSocketChannel.open();
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            EventLoop loop = new EventLoop("simulated-api");
            LoopbackServer server = new LoopbackServer(loop, listener, handler, clock);
            loop.register(listener, SelectionKey.OP_ACCEPT, server::accept);
            loop.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on loopback port " + port, e);
        }
    }

    int port() {
        return listener.socket().getLocalPort();
    }

    private void accept() {
        try {
            SocketChannel channel = listener.accept();
            if (channel != null) {
                new Connection(loop, channel, new RequestParser(clock), handler);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
