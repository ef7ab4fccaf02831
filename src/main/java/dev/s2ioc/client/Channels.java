package dev.s2ioc.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Several streams over one WebSocket, as Kubernetes has them: the first byte of a message is the number of its channel. Who
 * sends waits until it is sent; who does not read makes the other side wait.
 */
final class Channels implements AutoCloseable {
    /** With it, and only with it, one channel can be closed while the others go on. */
    static final String V5 = "v5.channel.k8s.io";

    static final String V4 = "v4.channel.k8s.io";

    private static final int CLOSE_CHANNEL = 255;
    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(5);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private final WebSocket socket;
    private final Incoming incoming;
    private final URI server;
    private final Thread pings;
    private int channel = -1;
    private volatile boolean ended;
    private volatile boolean drained;

    Channels(WebSocket socket, Incoming incoming, URI server) {
        this.socket = socket;
        this.incoming = incoming;
        this.server = server;
        this.pings = Thread.ofVirtual().start(this::ping);
    }

    /** Some bytes of a channel, in order. */
    record Frame(int channel, ByteBuffer bytes) {}

    /** Whether the other side understands that one channel ends. */
    boolean canEndChannels() {
        return socket.getSubprotocol().equals(V5);
    }

    /** Sends bytes on a channel and waits until they are on their way. */
    void send(int to, byte[] bytes, int length) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(1 + length);
        message.put((byte) to).put(bytes, 0, length).flip();
        send(message);
    }

    /** Ends a channel; false if the other side cannot be told. */
    boolean end(int which) throws IOException {
        if (!canEndChannels()) {
            return false;
        }
        send(ByteBuffer.wrap(new byte[] {(byte) CLOSE_CHANNEL, (byte) which}));
        return true;
    }

    private synchronized void send(ByteBuffer message) throws IOException {
        if (ended) {
            throw new IOException("the connection has ended");
        }
        finish(socket.sendBinary(message, true));
    }

    private static void finish(CompletableFuture<?> sending) throws IOException {
        try {
            sending.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    /** The next bytes of any channel; empty when the other side has ended the connection in order. */
    Optional<Frame> next() {
        while (!drained) {
            Optional<Frame> frame = next(BETWEEN_PINGS);
            if (frame.isPresent()) {
                return frame;
            }
            if (incoming.silentFor(LONGEST_SILENCE)) {
                throw lost(new IOException("the server has fallen silent"));
            }
        }
        return Optional.empty();
    }

    /** The same, but empty too if nothing comes in this time. */
    Optional<Frame> next(Duration patience) {
        try {
            return switch (incoming.poll(socket, patience)) {
                case null -> Optional.empty();
                case Incoming.Event.Part part -> Optional.of(frame(part));
                case Incoming.Event.Failed failed -> throw lost(failed.failure());
                case Incoming.Event.Closed closed -> {
                    ended = true;
                    drained = true;
                    if (closed.code() != WebSocket.NORMAL_CLOSURE) {
                        throw lost(new IOException("closed by the server (" + closed.code()
                                + (closed.reason().isEmpty() ? "" : ": " + closed.reason()) + ")"));
                    }
                    yield Optional.empty();
                }
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw lost(new java.io.InterruptedIOException("interrupted"));
        }
    }

    /** Whether the connection is over, and all that came over it has been taken. */
    boolean hasEnded() {
        return drained;
    }

    private Frame frame(Incoming.Event.Part part) {
        ByteBuffer bytes = part.bytes();
        if (channel < 0 && bytes.hasRemaining()) {
            channel = bytes.get() & 0xff;
        }
        Frame frame = new Frame(channel, bytes);
        if (part.last()) {
            channel = -1;
        }
        return frame;
    }

    private ConnectionException lost(Throwable failure) {
        ended = true;
        drained = true;
        return ConnectionFailures.of(failure, server);
    }

    /** Keeps those on the way from thinking that the connection is forgotten, and finds out when it is. */
    private void ping() {
        try {
            while (!ended) {
                Thread.sleep(BETWEEN_PINGS);
                finish(socket.sendPing(ByteBuffer.allocate(0)));
            }
        } catch (InterruptedException | IOException e) {
            // Closed, or broken: who reads finds out.
        }
    }

    @Override
    public void close() {
        pings.interrupt();
        incoming.end();
        if (!ended && !socket.isOutputClosed()) {
            ended = true;
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((_, _) -> socket.abort());
        } else {
            ended = true;
            socket.abort();
        }
    }
}
