package io.github.smartia.connect.simulated;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How a response goes over the wire: whole, slowly or broken.
 *
 * @param delay from the request's arrival to the first byte
 * @param sender writes to the client's channel, on its event loop
 */
record Delivery(Duration delay, Consumer<Channel> sender) {

    static Delivery of(Consumer<Channel> sender) {
        return new Delivery(Duration.ZERO, sender);
    }

    static Delivery whole(Response response) {
        return of(channel -> {
            channel.write(response.head(response.body().length));
            channel.writeAndFlush(new DefaultLastHttpContent(Unpooled.wrappedBuffer(response.body())));
        });
    }

    /** The head, then the first half of the body that it announces, then {@code end}. */
    static Delivery half(Response response, Consumer<Channel> end) {
        byte[] half = Arrays.copyOf(response.body(), response.body().length / 2);
        return of(channel -> {
            channel.write(response.head(response.body().length));
            writeAll(channel, Collections.singleton(half).iterator(), Duration.ZERO, end);
        });
    }

    /** The head, then a body of {@code length} bytes in pieces, with a pause before each. */
    static Delivery pieces(Response head, long length, Iterator<byte[]> pieces, Duration pause) {
        return of(channel -> {
            channel.writeAndFlush(head.head(length));
            later(channel, pause, () -> writeAll(channel, pieces, pause, Delivery::complete));
        });
    }

    private static void writeAll(Channel channel, Iterator<byte[]> pieces, Duration pause, Consumer<Channel> end) {
        if (!pieces.hasNext()) {
            end.accept(channel);
            return;
        }
        channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(pieces.next())))
                .addListener((ChannelFutureListener) written -> {
                    if (written.isSuccess()) {
                        later(channel, pause, () -> writeAll(channel, pieces, pause, end));
                    }
                });
    }

    private static void complete(Channel channel) {
        channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    /** Ends the connection by a TCP reset. */
    static void reset(Channel channel) {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }

    Delivery delayedBy(Duration more) {
        return new Delivery(delay.plus(more), sender);
    }

    /** Sends to {@code channel} once the delay has passed since {@code arrivedNanos}, a {@link System#nanoTime}. */
    void sendTo(Channel channel, long arrivedNanos) {
        later(channel, delay.minusNanos(System.nanoTime() - arrivedNanos), () -> sender.accept(channel));
    }

    private static void later(Channel channel, Duration delay, Runnable task) {
        if (delay.isZero() || delay.isNegative()) {
            task.run();
        } else {
            channel.eventLoop().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
