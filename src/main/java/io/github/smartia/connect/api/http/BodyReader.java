package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.json.UnexpectedResponseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ProtocolException;

/**
 * Reads and decompresses the body of one response, up to a bound. Only one request of the worker at a time may hold a body
 * of 1 MiB or more, so that many large responses at once do not fill the heap.
 */
final class BodyReader implements AutoCloseable {

    /** The compression that requests accept. */
    static final String ACCEPTED_CODING = "gzip";

    private static final int MOST_BYTES = 32 << 20;

    private static final int USUAL_BYTES = 1 << 20;
    private static final Semaphore LARGE = new Semaphore(1);

    private volatile int received;
    private boolean large;

    /**
     * Reads a body to its end and decompresses it.
     *
     * @throws UnexpectedResponseException if the body exceeds the bound, as received or decompressed: a small gzip body may
     *     decompress to an enormous one. The rest is not read
     * @throws ProtocolException if the body has another content coding than requested or is not valid gzip; the message
     *     does not quote the body
     */
    byte[] read(HttpEntity entity) throws IOException, ProtocolException {
        byte[] body = read(entity.getContent());
        received = body.length;
        String coding = Objects.requireNonNullElse(entity.getContentEncoding(), "");
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> inflated(body);
            default -> throw new ProtocolException("a content coding that was not requested");
        };
    }

    /** Length of the body as received, before decompression; 0 until the body is complete. May be called from any thread. */
    int received() {
        return received;
    }

    private byte[] inflated(byte[] body) throws ProtocolException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return read(gzip);
        } catch (IOException e) {
            throw new ProtocolException("broken gzip");
        }
    }

    private byte[] read(InputStream content) throws IOException {
        byte[] start = content.readNBytes(USUAL_BYTES);
        if (start.length < USUAL_BYTES) {
            return start;
        }
        if (!large) {
            LARGE.acquireUninterruptibly();
            large = true;
        }
        byte[] rest = content.readNBytes(MOST_BYTES - USUAL_BYTES);
        if (content.read() >= 0) {
            throw new UnexpectedResponseException("is over " + (MOST_BYTES >> 20) + " MiB, and the rest was not read");
        }
        byte[] body = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, body, start.length, rest.length);
        return body;
    }

    /** Call this when the body is no longer held. */
    @Override
    public void close() {
        if (large) {
            LARGE.release();
        }
    }
}
