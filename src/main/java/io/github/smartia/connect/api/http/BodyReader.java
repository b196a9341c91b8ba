package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.json.ResponseBounds;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;

/**
 * Reads the body of one response, up to a bound. Of all requests of the worker one at a time reads and holds more than is
 * usual, so that many large responses at once do not fill the heap.
 */
final class BodyReader implements AutoCloseable {

    private static final int USUAL_BYTES = 1 << 20;
    private static final Semaphore LARGE = new Semaphore(1);

    private boolean large;

    /** @throws ResponseTooLargeException if there is more than the bound; what is left is not read */
    byte[] read(InputStream content) throws IOException {
        byte[] start = content.readNBytes(USUAL_BYTES);
        if (start.length < USUAL_BYTES) {
            return start;
        }
        if (!large) {
            LARGE.acquireUninterruptibly();
            large = true;
        }
        byte[] rest = content.readNBytes(ResponseBounds.BYTES - USUAL_BYTES);
        if (content.read() >= 0) {
            throw new ResponseTooLargeException(ResponseBounds.BYTES);
        }
        byte[] body = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, body, start.length, rest.length);
        return body;
    }

    /** The body is not held any more. */
    @Override
    public void close() {
        if (large) {
            LARGE.release();
        }
    }
}
