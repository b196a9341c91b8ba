package io.github.smartia.connect.simulated;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * How an answer goes over the wire; to be used once.
 *
 * @param delay before the first piece
 * @param pieces what is written, made as it is needed
 * @param pause before each piece but the first
 * @param end what becomes of the connection afterwards
 */
record Transmission(Duration delay, Iterator<ByteBuffer> pieces, Duration pause, End end) {

    enum End {
        /** The next request may come. */
        KEEP_ALIVE,
        /** An orderly end: the client reads an end of stream. */
        CLOSE,
        /** A TCP reset. */
        RESET,
        /** Nothing, until the client gives up. */
        HOLD
    }

    static Transmission of(Iterator<ByteBuffer> pieces, End end) {
        return new Transmission(Duration.ZERO, pieces, Duration.ZERO, end);
    }

    static Transmission nothing(End end) {
        return of(Collections.emptyIterator(), end);
    }

    static Transmission whole(Answer answer) {
        return of(List.of(answer.firstBytes(answer.length())).iterator(), End.KEEP_ALIVE);
    }

    Transmission pausing(Duration between) {
        return new Transmission(delay, pieces, between, end);
    }

    Transmission delayedBy(Duration more) {
        return new Transmission(delay.plus(more), pieces, pause, end);
    }
}
