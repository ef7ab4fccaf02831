package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.util.List;

/** A port on which something in a pod may listen: on all addresses, on loopback, or on the pod's own. */
record PodPort(String address, int port) {
    /** The address of what shares this machine's network. */
    static final String MACHINE = "127.0.0.1";

    private static final int PATIENCE_MILLIS = 10_000;

    /** From within the pod's network. */
    SocketChannel connect() throws IOException {
        ConnectException refused = new ConnectException("connection refused: nothing listens on port " + port);
        for (String host : List.of(MACHINE, address, "::1")) {
            try {
                return connect(host);
            } catch (ConnectException e) {
                refused.addSuppressed(e);
            } catch (SocketException e) {
                // A machine without IPv6 says so in words of its own.
                refused.addSuppressed(e);
            }
        }
        throw refused;
    }

    private SocketChannel connect(String host) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
