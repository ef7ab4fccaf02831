package dev.s2ioc.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** A TCP connection. It is a channel's, so that a thread that waits for it can be interrupted. */
final class PlainLink implements Link {
    private final SocketChannel channel;
    private final InputStream input;
    private final OutputStream output;

    private PlainLink(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.input = channel.socket().getInputStream();
        this.output = channel.socket().getOutputStream();
    }

    /** Connects to the first of the host's addresses that answers. */
    static PlainLink to(String host, int port, Duration timeout) throws IOException {
        IOException failure = null;
        for (InetAddress address : InetAddress.getAllByName(host)) {
            try {
                return to(new InetSocketAddress(address, port), timeout);
            } catch (SocketTimeoutException e) {
                failure = new HttpConnectTimeoutException(e.getMessage());
            } catch (SocketException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private static PlainLink to(InetSocketAddress address, Duration timeout) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(address, Math.toIntExact(timeout.toMillis()));
            // A request is written in one piece, and its answer is waited for.
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            return new PlainLink(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return input.read(bytes, offset, length);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        output.write(bytes, offset, length);
    }

    @Override
    public void readTimeout(Duration timeout) throws SocketException {
        // Zero would be for ever: what is less than a millisecond is one.
        channel.socket().setSoTimeout(timeout.isZero() ? 0 : Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
