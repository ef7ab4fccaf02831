package dev.s2ioc.cluster.network.stream;

import dev.s2ioc.cluster.kind.BlockInput;
import dev.s2ioc.cluster.kind.BlockOutput;
import dev.s2ioc.cluster.kind.Duplex;
import dev.s2ioc.cluster.websocket.WebSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Bytes both ways in a WebSocket's messages, wherever these begin and end. */
final class Tunnel implements Duplex {
    private final WebSocket socket;
    private final InputStream in = new In();
    private final OutputStream out = new Out();

    Tunnel(WebSocket socket) {
        this.socket = socket;
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public void close() {
        socket.close();
    }

    private final class In extends BlockInput {
        private byte[] message = new byte[0];
        private int position;

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            while (position == message.length) {
                Optional<byte[]> next = socket.receive();
                if (next.isEmpty()) {
                    return -1;
                }
                message = next.get();
                position = 0;
            }
            int count = Math.min(length, message.length - position);
            System.arraycopy(message, position, bytes, offset, count);
            position += count;
            return count;
        }
    }

    private final class Out extends BlockOutput {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            socket.sendBinary(Arrays.copyOfRange(bytes, offset, offset + length));
        }
    }
}
