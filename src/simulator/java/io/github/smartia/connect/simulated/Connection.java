package io.github.smartia.connect.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** One connection of a client, which sends one request at a time. Runs on its event loop. */
final class Connection extends ChannelDuplexHandler {

    private final InstantSource clock;
    private final Function<Request, Delivery> responses;
    private final Runnable afterEach;
    private boolean inFlight;

    /** @param afterEach runs once for each request, when the response is sent or the connection gone */
    Connection(InstantSource clock, Function<Request, Delivery> responses, Runnable afterEach) {
        this.clock = clock;
        this.responses = responses;
        this.afterEach = afterEach;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        FullHttpRequest http = (FullHttpRequest) message;
        try {
            if (http.decoderResult().isFailure()) {
                context.close();
            } else {
                respond(context, request(http));
            }
        } finally {
            http.release();
        }
    }

    private void respond(ChannelHandlerContext context, Request request) {
        // The delay includes the time that it takes to make the response.
        long arrivedNanos = System.nanoTime();
        inFlight = true;
        delivery(request).sendTo(context.channel(), arrivedNanos);
    }

    /** A mistake in the API shows as status 500, not as silence. */
    private Delivery delivery(Request request) {
        try {
            return responses.apply(request);
        } catch (RuntimeException e) {
            return Delivery.whole(Response.error(500, "the simulated API failed: " + e));
        }
    }

    private Request request(FullHttpRequest http) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        http.headers().forEach(header -> headers.merge(header.getKey(), header.getValue(), (a, b) -> a + "," + b));
        String[] target = http.uri().split("\\?", 2);
        String query = target.length == 1 ? "" : target[1];
        String body = http.content().toString(UTF_8);
        return new Request(clock.instant(), http.method().name(), target[0], query, headers, body);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent) {
            promise.addListener(sent -> end());
        }
        context.write(message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private void end() {
        if (inFlight) {
            inFlight = false;
            afterEach.run();
        }
    }
}
