package io.github.smartia.connect.simulated;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Netty's HTTP/1.1 server on loopback. Uses one thread, however many requests wait for their response, and notices
 * immediately when a client closes its connection.
 */
record LoopbackServer(EventLoopGroup thread, int port) implements AutoCloseable {

    private static final int BACKLOG = 1024;
    /** Filters with many values make long URLs. */
    private static final int LONGEST_HEAD = 64 * 1024;

    private static final int LARGEST_BODY = 1024 * 1024;

    /** @param port 0 for any free port */
    static LoopbackServer start(int port, Supplier<ChannelHandler> connections) {
        EventLoopGroup thread = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("simulated-api", true), NioIoHandler.newFactory());
        ChannelFuture bound = new ServerBootstrap()
                .group(thread)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(handlers(connections))
                .bind(InetAddress.getLoopbackAddress(), port)
                .syncUninterruptibly();
        return new LoopbackServer(thread, ((InetSocketAddress) bound.channel().localAddress()).getPort());
    }

    private static ChannelInitializer<SocketChannel> handlers(Supplier<ChannelHandler> connections) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                channel.pipeline()
                        .addLast(new HttpServerCodec(LONGEST_HEAD, LONGEST_HEAD, LARGEST_BODY))
                        .addLast(new HttpServerKeepAliveHandler())
                        .addLast(new HttpObjectAggregator(LARGEST_BODY))
                        .addLast(connections.get());
            }
        };
    }

    /** Closes all connections. */
    @Override
    public void close() {
        thread.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
