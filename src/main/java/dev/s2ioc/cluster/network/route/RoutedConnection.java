package dev.s2ioc.cluster.network.route;

import dev.s2ioc.cluster.kind.Duplex;
import dev.s2ioc.cluster.network.Backends;
import dev.s2ioc.cluster.network.Channel;
import dev.s2ioc.cluster.network.Splice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;

/**
 * One caller's connection: finds the route of each request, and answers where none leads.
 *
 * @param securePort of the router, where those are sent who have to come with TLS
 */
record RoutedConnection(Supplier<RouteTable> table, RouteBackends backends, RouteTls tls, int port, int securePort) {

    /** As long as OpenShift's router waits for another request. */
    private static final int PATIENCE_MILLIS = 300_000;

    /** Serves requests without TLS. */
    void serve(Socket socket) throws IOException, GeneralSecurityException, InterruptedException {
        try (SocketDuplex caller = SocketDuplex.of(socket)) {
            answerAll(caller, false);
        }
    }

    /** Serves those with TLS, which ends here, or at the service if the route wants it so. */
    void serveSecure(Socket socket) throws IOException, GeneralSecurityException, InterruptedException {
        ClientHello hello = ClientHello.read(socket.getInputStream());
        List<RouteTable.Entry> routes = table.get().at(hello.host());
        Optional<RouteTable.Entry> passed = routes.stream()
                .filter(route -> route.termination().equals("passthrough"))
                .findFirst();
        if (passed.isPresent()) {
            pass(socket, hello, passed.get());
            return;
        }
        SSLSocket secured = (SSLSocket) tls.facing(routes.stream().findFirst())
                .createSocket(socket, new ByteArrayInputStream(hello.bytes()), true);
        try (SocketDuplex caller = SocketDuplex.of(secured)) {
            answerAll(caller, true);
        }
    }

    /** Without a service there is nobody whom the caller would believe an answer: the connection is closed. */
    private void pass(Socket socket, ClientHello hello, RouteTable.Entry route)
            throws IOException, InterruptedException {
        String address = socket.getInetAddress().getHostAddress();
        if (!route.options().allows(address) || !backends.limits().enter(route, address)) {
            return;
        }
        try {
            Backends.Connection connection = backends.connect(route, address, "");
            try {
                Duplex service = Channel.of(connection.socket());
                service.out().write(hello.bytes());
                new Splice(SocketDuplex.of(socket), service).run();
            } finally {
                backends.left(connection);
            }
        } catch (IOException e) {
            // Hanging up is the answer.
        } finally {
            backends.limits().leave(route, address);
        }
    }

    private void answerAll(SocketDuplex caller, boolean secure)
            throws IOException, GeneralSecurityException, InterruptedException {
        boolean more = true;
        while (more && asks(caller)) {
            more = answer(caller, secure);
        }
    }

    private static boolean asks(SocketDuplex caller) throws IOException {
        caller.socket().setSoTimeout(PATIENCE_MILLIS);
        try {
            caller.in().mark(1);
            boolean asks = caller.in().read() >= 0;
            caller.in().reset();
            return asks;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            caller.socket().setSoTimeout(0);
        }
    }

    /** Answers whether another request may follow. */
    private boolean answer(SocketDuplex caller, boolean secure)
            throws IOException, GeneralSecurityException, InterruptedException {
        RequestHead head;
        try {
            head = RequestHead.read(caller.in());
        } catch (RequestHead.Malformed e) {
            say(caller, RouterAnswer.of("400 Bad Request", "", "This is no request: " + e.getMessage() + ".\n"));
            return false;
        }
        Optional<RouteTable.Entry> found = table.get().find(head.host(), head.path());
        if (found.isEmpty() || secure != found.get().isSecure() && !allowsInsecure(found.get(), secure)) {
            if (found.isPresent() && !secure && found.get().insecure().equals("Redirect")) {
                String suffix = securePort == 443 ? "" : ":" + securePort;
                say(caller, RouterAnswer.of("302 Found", "https://" + head.host() + suffix + head.place(), ""));
            } else {
                say(caller, RouterAnswer.of("503 Service Unavailable", "", head.unanswered("no route leads there")));
            }
            return false;
        }
        return new RoutedRequest(caller, head, found.get(), backends, tls, secure ? securePort : port, secure).serve();
    }

    private static boolean allowsInsecure(RouteTable.Entry route, boolean secure) {
        return !secure
                && route.insecure().equals("Allow")
                && !route.termination().equals("passthrough");
    }

    private static void say(SocketDuplex caller, RouterAnswer answer) throws IOException {
        caller.out().write(answer.bytes());
        caller.out().flush();
        caller.out().close();
    }
}
