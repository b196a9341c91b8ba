package io.github.smartia.connect.api.http;

import io.github.smartia.connect.api.json.ResponseBounds;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/** Collects an answer up to a bound. */
final class AnswerConsumer extends AbstractBinResponseConsumer<RawResponse> {

    private static final int USUAL_BYTES = 64 << 10;

    private final Clock clock;
    private volatile HttpResponse head;
    private ByteArrayOutputStream body = new ByteArrayOutputStream(0);

    AnswerConsumer(Clock clock) {
        this.clock = clock;
    }

    /** How long the connection may be kept after the answer. */
    TimeValue keepAlive() {
        return DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(head, HttpClientContext.create());
    }

    @Override
    protected void start(HttpResponse response, ContentType contentType) {
        head = response;
        body = new ByteArrayOutputStream(USUAL_BYTES);
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {}

    @Override
    protected int capacityIncrement() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected void data(ByteBuffer source, boolean endOfStream) throws ResponseTooLargeException {
        if (body.size() + source.remaining() > ResponseBounds.BYTES) {
            throw new ResponseTooLargeException(ResponseBounds.BYTES);
        }
        byte[] chunk = new byte[source.remaining()];
        source.get(chunk);
        body.writeBytes(chunk);
    }

    @Override
    protected RawResponse buildResult() {
        String coding = Optional.ofNullable(head.getFirstHeader(HttpHeaders.CONTENT_ENCODING))
                .map(Header::getValue)
                .orElse("");
        return new RawResponse(
                head.getCode(),
                RetryAfter.of(head, clock),
                HeaderDate.of(head, HttpHeaders.DATE),
                coding.strip().toLowerCase(Locale.ROOT),
                body.toByteArray());
    }

    @Override
    public void releaseResources() {
        body = new ByteArrayOutputStream(0);
    }
}
