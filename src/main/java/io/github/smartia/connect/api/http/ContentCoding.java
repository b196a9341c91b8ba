package io.github.smartia.connect.api.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ProtocolException;

/** Unpacks responses. */
final class ContentCoding {

    /** What requests say that they take. */
    static final String ACCEPTED = "gzip";

    private ContentCoding() {}

    /**
     * The response with its body as it was before it was compressed.
     *
     * @throws ResponseTooLargeException if it would go over the bound: a small gzip may hold a large bomb
     * @throws ProtocolException if it is not what it claims to be; quotes nothing of it
     */
    static RawResponse decoded(RawResponse response, BodyReader bodies)
            throws ResponseTooLargeException, ProtocolException {
        return switch (response.contentCoding()) {
            case "", "identity" -> response;
            case "gzip", "x-gzip" ->
                new RawResponse(
                        response.status(),
                        response.retryAfter(),
                        response.servedAt(),
                        "",
                        inflated(response.body(), bodies));
            default -> throw new ProtocolException("a content coding that was not asked for");
        };
    }

    private static byte[] inflated(byte[] body, BodyReader bodies) throws ResponseTooLargeException, ProtocolException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return bodies.read(gzip);
        } catch (ResponseTooLargeException e) {
            throw e;
        } catch (IOException e) {
            throw new ProtocolException("broken gzip");
        }
    }
}
