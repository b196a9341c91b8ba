package io.github.smartia.connect.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Something other than the good answer, on the wire. Immutable; one fault may spoil many requests. */
public final class Fault {

    private static final byte[] BLANKS = " ".repeat(64 * 1024).getBytes(UTF_8);

    private static final byte[] OPENING = "{\"data\":[".getBytes(UTF_8);

    private final Function<Answer, Transmission> spoiling;

    private Fault(Function<Answer, Transmission> spoiling) {
        this.spoiling = spoiling;
    }

    /** This status with a small JSON body. */
    public static Fault status(int status) {
        return instead(Answer.error(status, "simulated fault"));
    }

    /**
     * This status, this JSON.
     *
     * @param headers beside {@code Content-Type} and {@code Content-Length}, or in place of the former
     */
    public static Fault status(int status, Map<String, String> headers, String body) {
        Answer answer = Answer.json(status, body);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return instead(answer);
    }

    /** Status 302. */
    public static Fault redirect(String location) {
        return status(302, Map.of("Location", location), "");
    }

    /** A web page with status 200, as a proxy or a maintenance site sends it. */
    public static Fault html() {
        return html(200);
    }

    /** A web page with this status. */
    public static Fault html(int status) {
        return instead(Answer.of(status, "text/html", "<!doctype html><title>Back soon</title>".getBytes(UTF_8)));
    }

    /** Status 200 and, as JSON, this text. */
    public static Fault body(String text) {
        return instead(Answer.json(200, text));
    }

    /** The good answer with its last half missing, its length put right: JSON that ends too soon. */
    public static Fault malformedJson() {
        return changed(good -> good.withBody(Arrays.copyOf(good.body(), good.length() / 2)));
    }

    /** The good answer, said to be of another type. */
    public static Fault contentType(String type) {
        return changed(good -> good.withType(type));
    }

    /** The good answer, compressed. */
    public static Fault gzip() {
        return changed(good -> good.withBody(zipped(good.body())).with("Content-Encoding", "gzip"));
    }

    /** A TCP reset in place of an answer. */
    public static Fault reset() {
        return new Fault(good -> Transmission.nothing(Transmission.End.RESET));
    }

    /** The first half of the good answer's body, then a TCP reset. */
    public static Fault resetWithinBody() {
        return new Fault(good -> firstHalf(good, Transmission.End.RESET));
    }

    /** An orderly end of the connection in place of an answer. */
    public static Fault close() {
        return new Fault(good -> Transmission.nothing(Transmission.End.CLOSE));
    }

    /** The first half of the good answer's body, less than the length announced, then the connection's end. */
    public static Fault cutBody() {
        return new Fault(good -> firstHalf(good, Transmission.End.CLOSE));
    }

    /** No answer at all, on an open connection. */
    public static Fault hang() {
        return new Fault(good -> Transmission.nothing(Transmission.End.HOLD));
    }

    /** The good answer, later. */
    public static Fault delay(Duration by) {
        return new Fault(good -> Transmission.whole(good).delayedBy(by));
    }

    /** The head of the good answer, then its body byte by byte, {@code pause} before each. */
    public static Fault drip(Duration pause) {
        return new Fault(good -> dripping(good).pausing(pause));
    }

    /** Status 200 and {@code bytes} bytes of an endless JSON array, made as they are read. */
    public static Fault hugeBody(long bytes) {
        return new Fault(good -> huge(bytes));
    }

    /** Status 200 and a small gzip that becomes {@code bytes} bytes of JSON. */
    public static Fault gzipBomb(int bytes) {
        byte[] plain = new byte[bytes];
        Arrays.fill(plain, (byte) ' ');
        System.arraycopy(OPENING, 0, plain, 0, OPENING.length);
        return instead(Answer.json(200, "").withBody(zipped(plain)).with("Content-Encoding", "gzip"));
    }

    Transmission transmit(Answer good) {
        return spoiling.apply(good);
    }

    private static Fault instead(Answer bad) {
        return new Fault(good -> Transmission.whole(bad));
    }

    private static Fault changed(Function<Answer, Answer> change) {
        return new Fault(good -> Transmission.whole(change.apply(good)));
    }

    private static Transmission firstHalf(Answer good, Transmission.End end) {
        return Transmission.of(Stream.of(good.firstBytes(good.length() / 2)).iterator(), end);
    }

    private static Transmission dripping(Answer good) {
        byte[] body = good.body();
        Stream<ByteBuffer> bytes = IntStream.range(0, body.length).mapToObj(i -> ByteBuffer.wrap(body, i, 1));
        Iterator<ByteBuffer> pieces =
                Stream.concat(Stream.of(good.head(body.length)), bytes).iterator();
        return Transmission.of(pieces, Transmission.End.KEEP_ALIVE);
    }

    private static Transmission huge(long bytes) {
        Stream<ByteBuffer> head = Stream.of(Answer.json(200, "").head(bytes), ByteBuffer.wrap(OPENING));
        long blanks = bytes - OPENING.length;
        Stream<ByteBuffer> rest = LongStream.iterate(blanks, left -> left > 0, left -> left - BLANKS.length)
                .mapToObj(left -> ByteBuffer.wrap(BLANKS, 0, (int) Math.min(left, BLANKS.length)));
        return Transmission.of(Stream.concat(head, rest).iterator(), Transmission.End.KEEP_ALIVE);
    }

    private static byte[] zipped(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
