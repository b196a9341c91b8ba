package io.github.smartia.connect.read;

import java.io.Serial;

/** Reading a stream has come to an end. The cause says why. */
public final class StreamFailedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Stream stream;

    StreamFailedException(Stream stream, RuntimeException cause) {
        super("stream " + stream.streamName() + ": " + cause.getMessage(), cause);
        this.stream = stream;
    }

    /** Which stream could not be read on. */
    public Stream stream() {
        return stream;
    }
}
