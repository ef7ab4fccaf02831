package dev.s2ioc.cluster.network.route;

import dev.s2ioc.cluster.kind.Duplex;
import dev.s2ioc.cluster.network.Channel;
import dev.s2ioc.cluster.network.Splice;
import dev.s2ioc.cluster.network.route.RequestHead.Field;
import dev.s2ioc.cluster.store.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/**
 * One caller's request: finds its route, tells the service where it came from, and then passes bytes on, both ways.
 *
 * @param securePort of the router, where those are sent who have to come with TLS
 */
record RoutedConnection(RouteTable table, RouteBackends backends, RouteTls tls, int port, int securePort) {

    /** Serves one request without TLS. */
    void serve(Socket socket) throws IOException, GeneralSecurityException, InterruptedException {
        try (SocketDuplex caller = SocketDuplex.of(socket)) {
            answer(caller, false);
        }
    }

    /** Serves one with TLS, which ends here, or at the service if the route wants it so. */
    void serveSecure(Socket socket) throws IOException, GeneralSecurityException, InterruptedException {
        ClientHello hello = ClientHello.read(socket.getInputStream());
        List<RouteTable.Entry> routes = table.at(hello.host());
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
            answer(caller, true);
        }
    }

    /** Without a service there is nobody whom the caller would believe an answer: the connection is closed. */
    private void pass(Socket socket, ClientHello hello, RouteTable.Entry route)
            throws IOException, InterruptedException {
        Duplex service;
        try {
            service = Channel.of(backends.connect(route));
        } catch (IOException e) {
            return;
        }
        service.out().write(hello.bytes());
        new Splice(SocketDuplex.of(socket), service).run();
    }

    private void answer(SocketDuplex caller, boolean secure)
            throws IOException, GeneralSecurityException, InterruptedException {
        RequestHead head;
        try {
            head = RequestHead.read(caller.in());
        } catch (RequestHead.Malformed e) {
            say(caller, "400 Bad Request", "", "This is no request: " + e.getMessage() + ".");
            return;
        }
        Optional<RouteTable.Entry> found = table.find(head.host(), head.path());
        if (found.isEmpty() || secure != found.get().isSecure() && !allowsInsecure(found.get(), secure)) {
            if (found.isPresent() && !secure && found.get().insecure().equals("Redirect")) {
                String suffix = securePort == 443 ? "" : ":" + securePort;
                say(caller, "302 Found", "https://" + head.host() + suffix + head.place(), "");
            } else {
                unavailable(caller, head, "no route leads there");
            }
            return;
        }
        forward(caller, head, found.get(), secure);
    }

    private static boolean allowsInsecure(RouteTable.Entry route, boolean secure) {
        return !secure
                && route.insecure().equals("Allow")
                && !route.termination().equals("passthrough");
    }

    private void forward(SocketDuplex caller, RequestHead head, RouteTable.Entry route, boolean secure)
            throws IOException, GeneralSecurityException, InterruptedException {
        Duplex service;
        try {
            service = service(route);
        } catch (IOException e) {
            unavailable(caller, head, e.getMessage());
            return;
        }
        service.out()
                .write(head.forwarded(
                        List.of(
                                new Field("X-Forwarded-Host", head.field("Host")),
                                new Field("X-Forwarded-Port", String.valueOf(secure ? securePort : port)),
                                new Field("X-Forwarded-Proto", secure ? "https" : "http")),
                        origin(caller, head, secure)));
        service.out().flush();
        new Splice(caller, service).run();
    }

    /** Added to what earlier proxies have said. */
    private static List<Field> origin(SocketDuplex caller, RequestHead head, boolean secure) {
        String address = caller.socket().getInetAddress().getHostAddress();
        String forwarded = "for=" + address + ";host=" + head.field("Host") + ";proto=" + (secure ? "https" : "http");
        return List.of(new Field("Forwarded", forwarded), new Field("X-Forwarded-For", address));
    }

    private Duplex service(RouteTable.Entry route) throws IOException, GeneralSecurityException {
        SocketChannel service = backends.connect(route);
        if (!route.termination().equals("reencrypt")) {
            return Channel.of(service);
        }
        String name = Json.at(route.spec(), "to", "name") + "." + route.key().namespace() + ".svc";
        SSLSocket secured = (SSLSocket) tls.towards(route).createSocket(service.socket(), name, 0, true);
        try {
            secured.startHandshake();
        } catch (IOException e) {
            secured.close();
            throw new IOException("the service's TLS: " + e.getMessage(), e);
        }
        return SocketDuplex.of(secured);
    }

    private static void unavailable(SocketDuplex caller, RequestHead head, String why) throws IOException {
        say(
                caller,
                "503 Service Unavailable",
                "",
                "Nothing answers for " + head.host() + head.path() + " at the moment: " + why + ".");
    }

    private static void say(SocketDuplex caller, String status, String location, String text) throws IOException {
        byte[] body = (text.isEmpty() ? "" : text + "\n").getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + "\r\n"
                + (location.isEmpty() ? "" : "Location: " + location + "\r\n")
                + "Content-Type: text/plain; charset=utf-8\r\nCache-Control: no-store\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        caller.out().write(head.getBytes(StandardCharsets.ISO_8859_1));
        caller.out().write(body);
        caller.out().flush();
        caller.out().close();
    }
}
