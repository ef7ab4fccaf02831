package dev.s2ioc.cluster.network.route;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that answers each request with its own name and what it was asked; one that wants another protocol gets its bytes back. */
final class EchoService implements AutoCloseable {
    private final ServerSocket server;

    EchoService(String name) throws IOException {
        this(name, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    /** @param server which may speak TLS */
    EchoService(String name, ServerSocket server) {
        this.server = server;
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread.ofVirtual().start(() -> answer(name, socket));
                } catch (IOException e) {
                    // The test is over.
                }
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    private static void answer(String name, Socket socket) {
        try (socket) {
            RequestHead head = RequestHead.read(socket.getInputStream());
            boolean upgrade = !head.field("Upgrade").isEmpty();
            if (head.target().equals("/silent")) {
                socket.getInputStream().readAllBytes();
                return;
            }
            StringBuilder text = new StringBuilder(upgrade ? "HTTP/1.1 101 Other\r\n\r\n" : "HTTP/1.1 200 OK\r\n\r\n");
            text.append(name).append(' ').append(head.target()).append('\n');
            head.fields().forEach(field -> text.append(field.name() + ": " + field.value() + "\n"));
            socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
            if (upgrade) {
                socket.getInputStream().transferTo(socket.getOutputStream());
            }
        } catch (IOException e) {
            // The caller misses its answer.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
