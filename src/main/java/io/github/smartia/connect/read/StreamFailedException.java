package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionStream;
import java.io.Serial;

/** A stream has stopped. The cause says why. */
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

    /** The organisation. None of its streams is read any more. */
    public String organisation() {
        return organisation;
    }

    public SessionStream stream() {
        return stream;
    }
}
