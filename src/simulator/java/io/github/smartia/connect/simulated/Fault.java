package io.github.smartia.connect.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** What is sent instead of the regular response. Immutable; one fault may apply to many requests. */
public final class Fault {

    private static final byte[] BLANKS = " ".repeat(64 * 1024).getBytes(UTF_8);

    private final BiConsumer<Response, Channel> wire;

    private Fault(BiConsumer<Response, Channel> wire) {
        this.wire = wire;
    }

    /** This status with a small JSON body. */
    public static Fault status(int status) {
        return instead(Response.error(status, "simulated fault"));
    }

    /** This status, these headers and this JSON body. A header may replace {@code Content-Type}. */
    public static Fault status(int status, Map<String, String> headers, String body) {
        Response response = Response.json(status, body);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return instead(response);
    }

    public static Fault redirect(String location) {
        return status(302, Map.of("Location", location), "");
    }

    /** A web page with status 200, such as a proxy or a maintenance site sends. */
    public static Fault html() {
        return html(200);
    }

    public static Fault html(int status) {
        return status(status, Map.of("Content-Type", "text/html"), "<!doctype html><title>Back soon</title>");
    }

    /** Status 200 with this text as JSON. */
    public static Fault body(String text) {
        return instead(Response.json(200, text));
    }

    /** The first half of the regular response's body, with the matching length: truncated JSON. */
    public static Fault malformedJson() {
        return changed(good -> good.withBody(Arrays.copyOf(good.body(), good.body().length / 2)));
    }

    /** The regular response with another content type. */
    public static Fault contentType(String type) {
        return changed(good -> good.withType(type));
    }

    /** The regular response, compressed. */
    public static Fault gzip() {
        return changed(good -> zipped(good, good.body()));
    }

    /** A TCP reset instead of a response. */
    public static Fault reset() {
        return new Fault((good, channel) -> reset(channel));
    }

    /** The first half of the regular response's body, then a TCP reset. */
    public static Fault resetWithinBody() {
        return new Fault((good, channel) -> good.sendHalf(channel, Fault::reset));
    }

    /** An orderly close of the connection instead of a response. */
    public static Fault close() {
        return new Fault((good, channel) -> channel.close());
    }

    /** The first half of the regular response's body, which is shorter than announced, then an orderly close. */
    public static Fault cutBody() {
        return new Fault((good, channel) -> good.sendHalf(channel, Channel::close));
    }

    /** No response; the connection stays open. */
    public static Fault hang() {
        return new Fault((good, channel) -> {});
    }

    /** The head of the regular response, then its body byte by byte, with {@code pause} before each byte. */
    public static Fault drip(Duration pause) {
        return new Fault((good, channel) -> {
            byte[] body = good.body();
            Stream<byte[]> bytes = IntStream.range(0, body.length).mapToObj(i -> new byte[] {body[i]});
            good.sendPieces(channel, body.length, bytes.iterator(), pause);
        });
    }

    /** Status 200 and at least {@code bytes} bytes of an unterminated JSON array, generated while they are sent. */
    public static Fault hugeBody(long bytes) {
        byte[] opening = "{\"data\":[".getBytes(UTF_8);
        long blanks = 1 + bytes / BLANKS.length;
        return new Fault((good, channel) -> {
            Iterator<byte[]> pieces = Stream.concat(
                            Stream.of(opening), Stream.generate(() -> BLANKS).limit(blanks))
                    .iterator();
            long length = opening.length + blanks * BLANKS.length;
            Response.json(200, "").sendPieces(channel, length, pieces, Duration.ZERO);
        });
    }

    /** Status 200 and a small gzip body that decompresses to unterminated JSON with {@code bytes} blanks. */
    public static Fault gzipBomb(int bytes) {
        String plain = "{\"data\":[" + " ".repeat(bytes);
        return instead(zipped(Response.json(200, ""), plain.getBytes(UTF_8)));
    }

    /** Sends this fault instead of the regular response {@code good}. */
    void send(Response good, Channel channel) {
        wire.accept(good, channel);
    }

    private static Fault instead(Response bad) {
        return changed(good -> bad);
    }

    private static Fault changed(UnaryOperator<Response> change) {
        return new Fault((good, channel) -> change.apply(good).sendTo(channel));
    }

    private static void reset(Channel channel) {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }

    private static Response zipped(Response response, byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return response.withBody(zipped.toByteArray()).with("Content-Encoding", "gzip");
    }
}
