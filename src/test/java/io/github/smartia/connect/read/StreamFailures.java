package io.github.smartia.connect.read;

/** Ends of reading for the tests of those who meet them. */
public final class StreamFailures {

    private StreamFailures() {}

    public static StreamFailedException of(String organisation, Stream stream, RuntimeException cause) {
        return new StreamFailedException(organisation, stream, cause);
    }
}
