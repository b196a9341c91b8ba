package io.github.smartia.connect.api;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Collects an answer up to a bound, counted after decompression: a small gzip may hold a large bomb. */
final class AnswerConsumer extends AbstractBinResponseConsumer<Answer> {

    /** Far more than a page of sessions takes; a longer answer is not read on. */
    static final int MAX_BYTES = 32 << 20;

    private static final int USUAL_BYTES = 64 << 10;

    private final Clock clock;
    private HttpResponse head;
    private ByteArrayOutputStream body = new ByteArrayOutputStream(0);

    AnswerConsumer(Clock clock) {
        this.clock = clock;
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
    protected void data(ByteBuffer source, boolean endOfStream) throws AnswerTooLargeException {
        if (body.size() + source.remaining() > MAX_BYTES) {
            throw new AnswerTooLargeException(MAX_BYTES);
        }
        byte[] chunk = new byte[source.remaining()];
        source.get(chunk);
        body.writeBytes(chunk);
    }

    @Override
    protected Answer buildResult() {
        return new Answer(head.getCode(), RetryAfter.of(head, clock), body.toByteArray());
    }

    @Override
    public void releaseResources() {
        body = new ByteArrayOutputStream(0);
    }
}
