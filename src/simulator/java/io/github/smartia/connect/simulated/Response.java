package io.github.smartia.connect.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response of the API, and the ways to send it on the event loop of the client's connection. The body must not be
 * changed.
 */
record Response(int status, Map<String, String> headers, byte[] body) {

    static Response json(int status, String body) {
        return new Response(status, Map.of(), body.getBytes(UTF_8)).withType("application/json; charset=utf-8");
    }

    /** An error as the API sends it: a small JSON object. */
    static Response error(int status, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("statusCode", status);
        error.put("message", message);
        return json(status, JsonMapper.shared().writeValueAsString(error));
    }

    Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }

    Response withType(String contentType) {
        return with("Content-Type", contentType);
    }

    Response withBody(byte[] other) {
        return new Response(status, headers, other);
    }

    void sendTo(Channel channel) {
        channel.write(head(body.length));
        channel.writeAndFlush(new DefaultLastHttpContent(Unpooled.wrappedBuffer(body)));
    }

    /** Sends the head, then the first half of the body that it announces, then runs {@code end}. */
    void sendHalf(Channel channel, Consumer<Channel> end) {
        channel.write(head(body.length));
        channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(body, 0, body.length / 2)))
                .addListener(sent -> end.accept(channel));
    }

    /** Sends the head, then {@code length} bytes in pieces instead of the body, with a pause before each piece. */
    void sendPieces(Channel channel, long length, Iterator<byte[]> pieces, Duration pause) {
        channel.writeAndFlush(head(length));
        sendLater(channel, pieces, pause);
    }

    private static void sendLater(Channel channel, Iterator<byte[]> pieces, Duration pause) {
        channel.eventLoop().schedule(() -> sendNext(channel, pieces, pause), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void sendNext(Channel channel, Iterator<byte[]> pieces, Duration pause) {
        if (!pieces.hasNext()) {
            channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        } else {
            channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(pieces.next())))
                    .addListener(sent -> {
                        if (sent.isSuccess()) {
                            sendLater(channel, pieces, pause);
                        }
                    });
        }
    }

    private HttpResponse head(long length) {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
        headers.forEach(head.headers()::set);
        head.headers().set(HttpHeaderNames.CONTENT_LENGTH, length);
        return head;
    }
}
