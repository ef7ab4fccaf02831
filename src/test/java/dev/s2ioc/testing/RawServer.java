package dev.s2ioc.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/**
 * A server that misbehaves on purpose: to each connection it reads one request and says what it was told, byte for byte,
 * then closes it or falls silent.
 */
public final class RawServer implements AutoCloseable {

    /** Ends a script: says nothing more and keeps the connection open. */
    public static final String SILENCE = "\u0000silence";

    private static final char TLS_HANDSHAKE = 0x16;

    private final ServerSocket socket;
    private final Iterator<String> scripts;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private RawServer(ServerSocket socket, List<String> scripts) {
        this.socket = socket;
        this.scripts = scripts.iterator();
    }

    /** One script for each connection; further connections are closed at once. */
    public static RawServer saying(String... scripts) {
        return saying(ServerSocketFactory.getDefault(), scripts);
    }

    public static RawServer saying(ServerSocketFactory sockets, String... scripts) {
        try {
            RawServer server = new RawServer(
                    sockets.createServerSocket(0, 10, InetAddress.getLoopbackAddress()), List.of(scripts));
            Thread.ofVirtual().start(server::serve);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole answer with a JSON body. */
    public static String answer(String json) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + json.length() + "\r\n\r\n" + json;
    }

    public String hostAndPort() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                String script = scripts.hasNext() ? scripts.next() : "";
                readRequest(connection.getInputStream());
                OutputStream out = connection.getOutputStream();
                out.write(script.replace(SILENCE, "").getBytes(StandardCharsets.UTF_8));
                out.flush();
                if (!script.endsWith(SILENCE)) {
                    connection.close();
                }
            } catch (IOException e) {
                // The client went away, or this server was closed: both are what some tests are about.
            }
        }
    }

    private static void readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = in.read();
        while (next >= 0) {
            head.append((char) next);
            if (head.charAt(0) == TLS_HANDSHAKE) {
                return;
            }
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return;
            }
            next = in.read();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
