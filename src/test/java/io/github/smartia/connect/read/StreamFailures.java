package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionStream;

/** Failures for tests of other packages. */
public final class StreamFailures {

    private StreamFailures() {}

    public static StreamFailedException of(String organisation, SessionStream stream, RuntimeException cause) {
        return new StreamFailedException(organisation, stream, cause);
    }
}
