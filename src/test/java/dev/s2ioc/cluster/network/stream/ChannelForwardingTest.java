package dev.s2ioc.cluster.network.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.cluster.kind.Duplex;
import dev.s2ioc.cluster.websocket.WebSocket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Forwarding ends as its caller does. */
class ChannelForwardingTest {

    @Test
    void a_caller_who_is_cut_off_ends_his_connections_and_nothing_else() throws IOException {
        try (ServerSocketChannel pod =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            // A frame of five bytes, of which only the beginning arrives.
            WebSocket socket = new WebSocket(new Sent(new byte[] {(byte) 0x82, (byte) 0x85, 1, 2, 3, 4, 0, 'h'}));
            new ChannelForwarding(socket, List.of(80), port -> SocketChannel.open(pod.getLocalAddress())).run();
            try (SocketChannel connection = pod.accept()) {
                assertEquals(-1, connection.read(ByteBuffer.allocate(1)));
            }
        }
    }

    /** A connection whose other end has sent some bytes and is gone. */
    private record Sent(byte[] bytes) implements Duplex {
        @Override
        public InputStream in() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public OutputStream out() {
            return new ByteArrayOutputStream();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
