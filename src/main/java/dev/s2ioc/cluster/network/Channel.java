package dev.s2ioc.cluster.network;

import dev.s2ioc.cluster.kind.BlockInput;
import dev.s2ioc.cluster.kind.BlockOutput;
import dev.s2ioc.cluster.kind.Duplex;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A TCP connection as bytes both ways: closing its output tells the other side so, and leaves its input open. */
public record Channel(SocketChannel socket, InputStream in, OutputStream out) implements Duplex {

    public static Channel of(SocketChannel socket) {
        return new Channel(socket, new In(socket), new Out(socket));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class In extends BlockInput {
        private final SocketChannel socket;

        private In(SocketChannel socket) {
            this.socket = socket;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return length == 0 ? 0 : socket.read(ByteBuffer.wrap(bytes, offset, length));
        }
    }

    private static final class Out extends BlockOutput {
        private final SocketChannel socket;

        private Out(SocketChannel socket) {
            this.socket = socket;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (buffer.hasRemaining()) {
                socket.write(buffer);
            }
        }

        @Override
        public void close() throws IOException {
            socket.shutdownOutput();
        }
    }
}
