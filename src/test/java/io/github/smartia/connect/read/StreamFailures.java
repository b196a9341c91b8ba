package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionStream;

/** Ends of reading for the tests of those who meet them. */
public final class StreamFailures {

    private StreamFailures() {}

    public static StreamFailedException of(String organisation, SessionStream stream, RuntimeException cause) {
        return new StreamFailedException(organisation, stream, cause);
    }
}
