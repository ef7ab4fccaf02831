package dev.s2ioc.cluster.network.stream;

import dev.s2ioc.cluster.kind.StatusException;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** What forwarding to a pod's ports needs, whatever carries it. */
final class Forwarding {
    private Forwarding() {}

    /** Where the connections go. */
    interface Target {
        SocketChannel connect(int port) throws IOException;
    }

    static int port(String text) {
        if (text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) < 65_536) {
            return Integer.parseInt(text);
        }
        throw StatusException.badRequest("invalid port \"" + text + "\"");
    }

    static String failure(int port, Exception e) {
        return "error forwarding port " + port + " to the pod: " + e.getMessage();
    }
}
