package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Talks to what listens in a pod. */
final class Sockets {
    private static final int TRIES = 600;

    private Sockets() {}

    /** Reads what a port says, when something listens on it. */
    static String readAll(Sandbox sandbox, int port) throws IOException, InterruptedException {
        for (int i = 0; ; i++) {
            try (SocketChannel channel = sandbox.connect(port)) {
                return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            } catch (ConnectException e) {
                if (i == TRIES) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }
}
