package dev.s2ioc.client;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What arrives over a WebSocket, kept until somebody takes it. No more than a few parts are let in at a time: who does not
 * take them makes the other side wait.
 */
final class Incoming implements WebSocket.Listener {
    private static final int WINDOW = 16;

    /** A part of a message, or how it ended. */
    sealed interface Event {
        /** Bytes; {@code last} ends a message. */
        record Part(ByteBuffer bytes, boolean last) implements Event {}

        record Closed(int code, String reason) implements Event {}

        record Failed(Throwable failure) implements Event {}
    }

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile boolean answersPings;
    private volatile long lastHeard = System.nanoTime();

    /** The next event; null if none comes in this time. */
    Event poll(WebSocket socket, Duration time) throws InterruptedException {
        Event event = events.poll(time.toMillis(), TimeUnit.MILLISECONDS);
        if (event instanceof Event.Part) {
            socket.request(1);
        }
        return event;
    }

    /** Ends it from this side: who waits for more waits no longer. */
    void end() {
        events.add(new Event.Closed(WebSocket.NORMAL_CLOSURE, ""));
    }

    /** Whether the other side used to answer pings and has not for so long. */
    boolean silentFor(Duration time) {
        return answersPings && System.nanoTime() - lastHeard > time.toNanos();
    }

    @Override
    public void onOpen(WebSocket socket) {
        socket.request(WINDOW);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        lastHeard = System.nanoTime();
        // The buffer is the JDK's again when this method returns.
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        events.add(new Event.Part(ByteBuffer.wrap(bytes), last));
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        answersPings = true;
        lastHeard = System.nanoTime();
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        events.add(new Event.Closed(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        events.add(new Event.Failed(failure));
    }
}
