package dev.s2ioc.cluster.network.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.engine.ContainerProcess;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.websocket.WebSocket;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** A command over a WebSocket: each message begins with the number of its channel. */
final class ChannelStreams implements CommandStreams {
    private static final int STDIN = 0;
    private static final byte STDOUT = 1;
    private static final byte STDERR = 2;
    private static final byte ERROR = 3;
    private static final int RESIZE = 4;
    private static final int CLOSE = 255;

    private final WebSocket socket;
    private final boolean closesChannels;

    /** @param closesChannels whether the caller can end its input, as from version 5 of the protocol on */
    ChannelStreams(WebSocket socket, boolean closesChannels) {
        this.socket = socket;
        this.closesChannels = closesChannels;
    }

    /** An empty message tells the caller that all is ready. */
    void open() throws IOException {
        socket.sendBinary(new byte[] {STDOUT});
    }

    @Override
    public void feed(ContainerProcess process) throws IOException {
        try (ProgramInput input = new ProgramInput(process.stdin())) {
            for (Optional<byte[]> next = socket.receive(); next.isPresent(); next = socket.receive()) {
                if (next.get().length > 0) {
                    take(next.get(), process, input);
                }
            }
        }
    }

    private void take(byte[] message, ContainerProcess process, ProgramInput input) {
        switch (message[0] & 0xff) {
            case STDIN -> input.add(Arrays.copyOfRange(message, 1, message.length));
            case RESIZE ->
                TerminalSize.of(Arrays.copyOfRange(message, 1, message.length))
                        .ifPresent(size -> process.resize(size.columns(), size.rows()));
            case CLOSE -> {
                if (closesChannels && message.length > 1 && message[1] == STDIN) {
                    input.end();
                }
            }
            default -> {
                // Nothing is read from the channels that are written to.
            }
        }
    }

    @Override
    public void write(Stream stream, byte[] bytes, int offset, int length) throws IOException {
        byte channel = stream == Stream.STDOUT ? STDOUT : STDERR;
        socket.sendBinary(new byte[] {channel}, Arrays.copyOfRange(bytes, offset, offset + length));
    }

    @Override
    public void finish(ObjectNode status) throws IOException {
        socket.sendBinary(new byte[] {ERROR}, Json.bytes(status));
        socket.close(WebSocket.NORMAL, "");
    }

    @Override
    public void close() {
        socket.close();
    }
}
