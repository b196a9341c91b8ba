package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.json.ResponseBounds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ProtocolException;

/** Unpacks answers. */
final class ContentCoding {

    /** What requests say that they take. */
    static final String ACCEPTED = "gzip";

    private ContentCoding() {}

    /**
     * The answer with its body as it was before it was compressed.
     *
     * @throws ResponseTooLargeException if it would go over the bound: a small gzip may hold a large bomb
     * @throws ProtocolException if it is not what it claims to be; quotes nothing of it
     */
    static RawResponse decoded(RawResponse answer) throws ResponseTooLargeException, ProtocolException {
        return switch (answer.contentCoding()) {
            case "", "identity" -> answer;
            case "gzip", "x-gzip" ->
                new RawResponse(answer.status(), answer.retryAfter(), answer.servedAt(), "", inflated(answer.body()));
            default -> throw new ProtocolException("a content coding that was not asked for");
        };
    }

    private static byte[] inflated(byte[] body) throws ResponseTooLargeException, ProtocolException {
        byte[] inflated;
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            inflated = gzip.readNBytes(ResponseBounds.BYTES + 1);
        } catch (IOException e) {
            throw new ProtocolException("broken gzip");
        }
        if (inflated.length > ResponseBounds.BYTES) {
            throw new ResponseTooLargeException(ResponseBounds.BYTES);
        }
        return inflated;
    }
}
