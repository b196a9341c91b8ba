package io.github.smartia.connect.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** One client connection, on which one request is sent at a time. Runs on the event loop of the connection. */
final class Connection extends ChannelDuplexHandler {

    private final Duration latency;
    private final Function<Request, Consumer<Channel>> responses;
    private final Runnable afterEach;
    private boolean inFlight;

    /** @param afterEach runs once per request, when the response has been sent or the connection is closed */
    Connection(Duration latency, Function<Request, Consumer<Channel>> responses, Runnable afterEach) {
        this.latency = latency;
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
                respond(context.channel(), request(http));
            }
        } finally {
            http.release();
        }
    }

    private void respond(Channel channel, Request request) {
        // The latency includes the time that creating the response takes.
        long due = System.nanoTime() + latency.toNanos();
        inFlight = true;
        Consumer<Channel> response = response(request);
        channel.eventLoop().schedule(() -> response.accept(channel), due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** A bug in the simulated API results in status 500, not in a missing response. */
    private Consumer<Channel> response(Request request) {
        try {
            return responses.apply(request);
        } catch (RuntimeException e) {
            return Response.error(500, "the simulated API failed: " + e)::sendTo;
        }
    }

    private static Request request(FullHttpRequest http) {
        String[] target = (http.uri() + "?").split("\\?", 3);
        Optional<String> key = Optional.ofNullable(http.headers().get("x-api-key"));
        String body = http.content().toString(UTF_8);
        return new Request(Instant.now(), http.method().name(), target[0], target[1], key, body);
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
