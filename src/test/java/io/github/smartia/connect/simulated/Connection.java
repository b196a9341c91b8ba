package io.github.smartia.connect.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** One connection of a client: takes a request, answers it, takes the next. Lives on the thread of its event loop. */
final class Connection {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final EventLoop loop;
    private final SocketChannel channel;
    private final RequestParser parser;
    private final RequestHandler handler;
    private final SelectionKey key;
    private final ByteBuffer input = ByteBuffer.allocate(16 * 1024);
    private ByteBuffer piece = NOTHING;
    private Optional<Transmission> writing = Optional.empty();
    private boolean answering;
    private boolean begun;

    Connection(EventLoop loop, SocketChannel channel, RequestParser parser, RequestHandler handler) throws IOException {
        this.loop = loop;
        this.channel = channel;
        this.parser = parser;
        this.handler = handler;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = loop.register(channel, SelectionKey.OP_READ, this::ready);
    }

    private void ready() {
        try {
            if (key.isReadable()) {
                read();
            }
            if (key.isValid() && key.isWritable()) {
                write();
            }
        } catch (IOException e) {
            close();
        }
    }

    private void read() throws IOException {
        int count = channel.read(input.clear());
        if (count < 0) {
            close();
            return;
        }
        parser.add(input.flip());
        takeNextRequest();
    }

    private void takeNextRequest() throws IOException {
        if (answering) {
            return;
        }
        Optional<Request> request = parser.next();
        if (request.isPresent()) {
            answering = true;
            long arrived = loop.now();
            Transmission answer = handler.answer(request.get());
            // A latency of 50 ms is meant to the answer, not on top of the time that it takes to find it.
            loop.schedule(arrived, answer.delay(), () -> begin(answer));
        }
    }

    private void begin(Transmission answer) {
        writing = Optional.of(answer);
        begun = false;
        writeOn();
    }

    private void writeOn() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            write();
        } catch (IOException e) {
            close();
        }
    }

    private void write() throws IOException {
        if (writing.isEmpty()) {
            return;
        }
        Transmission answer = writing.get();
        while (writeOut() && answer.pieces().hasNext()) {
            piece = answer.pieces().next();
            if (begun && !answer.pause().isZero()) {
                loop.schedule(answer.pause(), this::writeOn);
                return;
            }
            begun = true;
        }
        if (!piece.hasRemaining()) {
            finish(answer.end());
        }
    }

    /** Writes what the socket takes of the piece at hand; false where it does not take all. */
    private boolean writeOut() throws IOException {
        channel.write(piece);
        boolean all = !piece.hasRemaining();
        key.interestOps(all ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        return all;
    }

    private void finish(Transmission.End end) throws IOException {
        writing = Optional.empty();
        piece = NOTHING;
        switch (end) {
            case KEEP_ALIVE -> {
                endAnswer();
                takeNextRequest();
            }
            case CLOSE -> close();
            case RESET -> reset();
            case HOLD -> {}
        }
    }

    private void reset() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        close();
    }

    private void close() {
        endAnswer();
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endAnswer() {
        if (answering) {
            answering = false;
            handler.ended();
        }
    }
}
