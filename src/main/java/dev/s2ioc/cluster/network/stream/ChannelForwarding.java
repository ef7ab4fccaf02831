package dev.s2ioc.cluster.network.stream;

import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.network.Channel;
import dev.s2ioc.cluster.websocket.WebSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Forwards one connection per port in the channels of a WebSocket: an even one for bytes, the next for what went wrong. */
final class ChannelForwarding {
    private final WebSocket socket;
    private final List<Integer> ports;
    private final Forwarding.Target target;
    private final AtomicInteger unended;

    ChannelForwarding(WebSocket socket, List<Integer> ports, Forwarding.Target target) {
        this.socket = socket;
        this.ports = ports;
        this.target = target;
        this.unended = new AtomicInteger(ports.size());
    }

    void run() {
        Map<Integer, Channel> connections = new HashMap<>();
        try (socket) {
            for (int i = 0; i < ports.size(); i++) {
                int port = ports.get(i);
                byte[] number = {(byte) port, (byte) (port >> 8)};
                socket.sendBinary(new byte[] {(byte) (2 * i)}, number);
                socket.sendBinary(new byte[] {(byte) (2 * i + 1)}, number);
                int bytes = 2 * i;
                open(bytes, port).ifPresent(channel -> connections.put(bytes, channel));
            }
            for (Optional<byte[]> next = socket.receive(); next.isPresent(); next = socket.receive()) {
                Channel channel = next.get().length == 0 ? null : connections.get((int) next.get()[0]);
                if (channel != null) {
                    channel.out().write(next.get(), 1, next.get().length - 1);
                }
            }
        } catch (IOException e) {
            // A caller who was killed takes no leave; this is how his connections end, and nobody is left to tell.
        } finally {
            connections.values().forEach(Channel::close);
        }
    }

    private Optional<Channel> open(int number, int port) throws IOException {
        try {
            Channel channel = Channel.of(target.connect(port));
            Thread.ofVirtual().name("forward-" + port).start(() -> answer(number, channel));
            return Optional.of(channel);
        } catch (IOException | StatusException e) {
            socket.sendBinary(
                    new byte[] {(byte) (number + 1)},
                    Forwarding.failure(port, e).getBytes(StandardCharsets.UTF_8));
            end();
            return Optional.empty();
        }
    }

    private void answer(int number, Channel channel) {
        byte[] chunk = new byte[32 * 1024];
        try {
            for (int count = channel.in().read(chunk);
                    count >= 0;
                    count = channel.in().read(chunk)) {
                socket.sendBinary(new byte[] {(byte) number}, Arrays.copyOf(chunk, count));
            }
            end();
        } catch (IOException e) {
            channel.close();
        }
    }

    /** These channels have no end of their own; the WebSocket's is that of the last one. */
    private void end() throws IOException {
        if (unended.decrementAndGet() == 0) {
            socket.close(WebSocket.NORMAL, "");
        }
    }
}
