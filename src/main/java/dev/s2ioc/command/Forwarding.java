package dev.s2ioc.command;

import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.ConnectionException;
import dev.s2ioc.client.ForwardedPort;
import dev.s2ioc.client.StreamException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** Listens on ports of this machine and carries what comes there to a pod. */
final class Forwarding implements AutoCloseable {
    private final CommandContext context;
    private final TargetPod pod;
    private final List<ServerSocket> sockets = new ArrayList<>();
    private volatile boolean closed;

    Forwarding(CommandContext context, TargetPod pod) {
        this.context = context;
        this.pod = pod;
    }

    /**
     * Listens for all pairs of ports on all of the addresses. What is taken is told, and the others are forwarded all the same.
     *
     * @throws CommandFailure if none can be listened on
     */
    void open(List<PortPair> pairs, List<String> addresses) {
        List<String> failures = new ArrayList<>();
        for (PortPair pair : pairs) {
            try {
                open(pair, addresses);
            } catch (IOException e) {
                failures.add(e.getMessage());
            }
        }
        if (failures.size() == pairs.size()) {
            throw new CommandFailure("unable to listen on any of the requested ports: " + String.join("; ", failures));
        }
        failures.forEach(failure -> say(context.streams().err(), "error: " + failure));
    }

    private void open(PortPair pair, List<String> addresses) throws IOException {
        int local = pair.local();
        for (String address : addresses) {
            // One of the two addresses of localhost is enough: not every machine has IPv6.
            List<String> hosts = address.equals("localhost") ? List.of("127.0.0.1", "::1") : List.of(address);
            List<String> failures = new ArrayList<>();
            for (String host : hosts) {
                try {
                    local = listen(host, local, pair.remote());
                } catch (IOException e) {
                    failures.add("unable to listen on port " + local + " on " + host + ": " + e.getMessage());
                }
            }
            if (failures.size() == hosts.size()) {
                throw new IOException(String.join("; ", failures));
            }
        }
    }

    private int listen(String host, int port, int remote) throws IOException {
        if (!host.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new IOException(host + " is not a valid IP");
        }
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        sockets.add(socket);
        int local = socket.getLocalPort();
        String shown = host.contains(":") ? "[" + host + "]" : host;
        context.streams().out().println("Forwarding from " + shown + ":" + local + " -> " + remote);
        context.streams().out().flush();
        Thread.ofVirtual().start(() -> accept(socket, remote));
        return local;
    }

    private void accept(ServerSocket socket, int remote) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> carry(connection, socket.getLocalPort(), remote));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    context.streams().err().println("error: " + e.getMessage());
                }
            }
        }
    }

    private void carry(Socket connection, int local, int remote) {
        say(context.streams().out(), "Handling connection for " + local);
        // What went wrong is said before the one who is connected notices.
        try (connection) {
            try {
                new ForwardedPort(context.session(), pod.namespace(), pod.name(), remote).carry(connection);
            } catch (StreamException | ConnectionException | ApiException e) {
                tell(local, remote, e);
            }
        } catch (SocketException e) {
            context.talk().note(4, "the connection to port " + local + " was given up: " + e.getMessage());
        } catch (IOException e) {
            tell(local, remote, e);
        }
    }

    /** What is cut off because the command ends did not fail. */
    private void tell(int local, int remote, Exception failure) {
        if (!closed) {
            say(
                    context.streams().err(),
                    "error: an error occurred forwarding " + local + " -> " + remote + ": " + failure.getMessage());
        }
    }

    private static synchronized void say(PrintStream out, String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (ServerSocket socket : sockets) {
            socket.close();
        }
    }
}
