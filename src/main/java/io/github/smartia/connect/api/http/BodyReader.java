package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.json.ResponseBounds;
import io.github.smartia.connect.api.json.UnexpectedResponseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ProtocolException;

/**
 * Reads and decompresses the body of one response, up to a bound. Of all requests of the worker one at a time reads and
 * holds more than is usual, so that many large responses at once do not fill the heap.
 */
final class BodyReader implements AutoCloseable {

    /** The compression that requests accept. */
    static final String ACCEPTED_CODING = "gzip";

    private static final int USUAL_BYTES = 1 << 20;
    private static final Semaphore LARGE = new Semaphore(1);

    private boolean large;

    /** @throws UnexpectedResponseException if there is more than the bound; what is left is not read */
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
            throw new UnexpectedResponseException(
                    "is over " + (ResponseBounds.BYTES >> 20) + " MiB, and the rest was not read");
        }
        byte[] body = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, body, start.length, rest.length);
        return body;
    }

    /**
     * The body of {@code response} as it was before it was compressed.
     *
     * @throws UnexpectedResponseException if that is over the bound: a small gzip may hold a large bomb
     * @throws ProtocolException if it is not what it claims to be; quotes nothing of it
     */
    byte[] decompressed(RawResponse response) throws ProtocolException {
        return switch (response.contentCoding()) {
            case "", "identity" -> response.body();
            case "gzip", "x-gzip" -> inflated(response.body());
            default -> throw new ProtocolException("a content coding that was not requested");
        };
    }

    private byte[] inflated(byte[] body) throws ProtocolException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return read(gzip);
        } catch (IOException e) {
            throw new ProtocolException("broken gzip");
        }
    }

    /** The body is not held any more. */
    @Override
    public void close() {
        if (large) {
            LARGE.release();
        }
    }
}
