package io.github.smartia.connect.read;

import io.github.smartia.connect.model.MalformedSession;
import java.io.Serial;

/** A session that can't be made into a record stops its stream. The message names it without personal data. */
public final class MalformedSessionException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    MalformedSessionException(Stream stream, MalformedSession malformed) {
        super("In the stream " + stream.streamName() + ", " + malformed
                + ". Everything before it is published and nothing after it, so that nothing is skipped. Have the"
                + " session corrected at its source, then restart the task: reading goes on with it.");
    }
}
