package dev.s2ioc.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A port of a pod, reachable from here: each connection goes over a WebSocket of its own. */
public final class ForwardedPort {
    private static final int DATA = 0;
    private static final int ERROR = 1;
    private static final int PORT_BYTES = 2;
    private static final int CHUNK = 32 * 1024;
    /**
     * Ports are forwarded over v4 alone, with which the pod cannot be told that this side says no more, nor this side be sure
     * that it is still listened to: so much silence after that ends the connection.
     */
    private static final Duration LINGER = Duration.ofSeconds(30);

    /** Not every server ends the connection when it has told why there is none to the port. */
    private static final Duration AFTER_ERROR = Duration.ofMillis(500);

    private final Session session;
    private final Request request;

    public ForwardedPort(Session session, String namespace, String pod, int port) {
        this.session = session;
        this.request = Request.get(KnownTypes.POD.path(namespace, pod) + "/portforward")
                .with("ports", String.valueOf(port));
    }

    /**
     * Passes on all that the two sides of a connection say, until both have ended. The connection is the caller's to close.
     *
     * @throws StreamException if the server could not reach the port
     */
    public void carry(Socket local) throws IOException {
        try (Channels channels = session.channels(request, List.of(Channels.V4))) {
            Upward upward = new Upward(local, channels);
            Thread.ofVirtual().start(upward);
            String error = receive(channels, local.getOutputStream(), upward);
            if (!error.isEmpty()) {
                throw new StreamException(error);
            }
        }
    }

    private static String receive(Channels channels, OutputStream local, Upward upward) throws IOException {
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int[] ports = {PORT_BYTES, PORT_BYTES};
        while (!channels.hasEnded()) {
            Optional<Channels.Frame> next = channels.next(error.size() > 0 ? AFTER_ERROR : LINGER);
            if (next.isEmpty()) {
                if (upward.endedUnheard || error.size() > 0) {
                    break;
                }
                continue;
            }
            int channel = next.get().channel();
            ByteBuffer bytes = next.get().bytes();
            if (channel == DATA || channel == ERROR) {
                // The first two bytes of either channel repeat the port.
                int skip = Math.min(ports[channel], bytes.remaining());
                ports[channel] -= skip;
                bytes.position(bytes.position() + skip);
                OutputStream out = channel == DATA ? local : error;
                out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            }
        }
        return error.toString(StandardCharsets.UTF_8).strip();
    }

    /** What this side says. */
    private static final class Upward implements Runnable {
        private final Socket local;
        private final Channels channels;
        private volatile boolean endedUnheard;

        Upward(Socket local, Channels channels) {
            this.local = local;
            this.channels = channels;
        }

        @Override
        public void run() {
            byte[] chunk = new byte[CHUNK];
            try {
                InputStream in = local.getInputStream();
                for (int size = in.read(chunk); size >= 0; size = in.read(chunk)) {
                    channels.send(DATA, chunk, size);
                }
                endedUnheard = true;
            } catch (IOException e) {
                // One of the two ends is gone: there is nothing left to carry.
                channels.close();
            }
        }
    }
}
