package dev.s2ioc.cluster.network.route;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/** Listens on loopback for requests to routes, with TLS and without. */
final class Router implements AutoCloseable {
    private final ServerSocket plain;
    private final ServerSocket secure;
    private final Supplier<RoutedConnection> connections;
    private final Consumer<Throwable> failures;
    /** Callers may stay long after they have been answered. */
    private final Set<Socket> present = ConcurrentHashMap.newKeySet();

    private interface Way {
        void serve(RoutedConnection connection, Socket socket)
                throws IOException, GeneralSecurityException, InterruptedException;
    }

    private Router(
            ServerSocket plain,
            ServerSocket secure,
            Supplier<RoutedConnection> connections,
            Consumer<Throwable> failures) {
        this.plain = plain;
        this.secure = secure;
        this.connections = connections;
        this.failures = failures;
    }

    /** Answers when it returns. */
    static Router start(int port, int securePort, Supplier<RoutedConnection> connections, Consumer<Throwable> failures)
            throws IOException {
        ServerSocket plain = listen(port);
        ServerSocket secure;
        try {
            secure = listen(securePort);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
        Router router = new Router(plain, secure, connections, failures);
        router.accept(plain, RoutedConnection::serve);
        router.accept(secure, RoutedConnection::serveSecure);
        return router;
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return server;
        } catch (IOException e) {
            server.close();
            throw new IOException("the router cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
        }
    }

    private void accept(ServerSocket server, Way way) {
        Thread.ofVirtual().name("router").start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread.ofVirtual().name("route").start(() -> serve(socket, way));
                } catch (IOException e) {
                    if (!server.isClosed()) {
                        failures.accept(e);
                    }
                }
            }
        });
    }

    /** Callers that leave, or that do not like the certificate, are no failures of the router. */
    private void serve(Socket socket, Way way) {
        present.add(socket);
        try (socket) {
            way.serve(connections.get(), socket);
        } catch (SocketException | SSLException | EOFException e) {
            // The connection is closed, which is all that can be done.
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            failures.accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            present.remove(socket);
        }
    }

    @Override
    public void close() {
        List<Closeable> all = new ArrayList<>(List.of(plain, secure));
        all.addAll(present);
        for (Closeable each : all) {
            try {
                each.close();
            } catch (IOException e) {
                failures.accept(e);
            }
        }
    }
}
