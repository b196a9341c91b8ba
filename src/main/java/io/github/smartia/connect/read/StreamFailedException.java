package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionStream;
import java.io.Serial;

/** Reading a stream has come to an end. The cause says why. */
public final class StreamFailedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String organisation;
    private final SessionStream stream;

    public StreamFailedException(String organisation, SessionStream stream, RuntimeException cause) {
        super("organisation " + organisation + ", stream " + stream.streamName() + ": " + cause.getMessage(), cause);
        this.organisation = organisation;
        this.stream = stream;
    }

    /** Whose stream could not be read on; none of its streams is read any more. */
    public String organisation() {
        return organisation;
    }

    /** Which stream could not be read on. */
    public SessionStream stream() {
        return stream;
    }
}
