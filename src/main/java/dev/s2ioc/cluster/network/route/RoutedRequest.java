package dev.s2ioc.cluster.network.route;

import dev.s2ioc.cluster.kind.Duplex;
import dev.s2ioc.cluster.network.Backends;
import dev.s2ioc.cluster.network.Channel;
import dev.s2ioc.cluster.network.Splice;
import dev.s2ioc.cluster.network.route.RequestHead.Field;
import dev.s2ioc.cluster.store.Json;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A request that has found its route: goes to a service as the route wants it, and so does the answer come back.
 *
 * @param port at which the caller has come
 * @param secure whether it has come with TLS
 */
record RoutedRequest(
        SocketDuplex caller,
        RequestHead head,
        RouteTable.Entry route,
        RouteBackends backends,
        RouteTls tls,
        int port,
        boolean secure) {

    /** A service that speaks no TLS may well wait for more. */
    private static final Duration HANDSHAKE = Duration.ofSeconds(5);

    private String address() {
        return caller.socket().getInetAddress().getHostAddress();
    }

    /** Callers that are not let in hear nothing, as from OpenShift's router. Answers whether they may go on asking. */
    boolean serve() throws IOException, GeneralSecurityException, InterruptedException {
        if (!route.options().allows(address()) || !backends.limits().enter(route, address())) {
            return false;
        }
        try {
            return forward();
        } finally {
            backends.limits().leave(route, address());
        }
    }

    private boolean forward() throws IOException, GeneralSecurityException, InterruptedException {
        RouteCookie cookie = RouteCookie.of(route);
        String last = route.options().cookies() ? cookie.in(head) : "";
        Backends.Connection connection;
        Duplex service;
        try {
            connection = backends.connect(route, address(), last);
            service = secured(connection);
        } catch (IOException e) {
            say(RouterAnswer.of("503 Service Unavailable", "", head.unanswered(e.getMessage())));
            return false;
        }
        List<Field> sticky = route.options().cookies() && !connection.backend().equals(last)
                ? cookie.set(connection.backend())
                : List.of();
        try (ServiceWatch watch = new ServiceWatch(service, route.options().timeout())) {
            ResponseInput answer = new ResponseInput(
                    service.in(),
                    head,
                    watch,
                    fields -> answered(fields, sticky),
                    route.options().tunnelTimeout());
            service.out().write(request(cookie));
            service.out().flush();
            OutputStream asked = touching(service.out(), watch);
            if (head.keeps()) {
                return new RoutedExchange(caller, service, asked, head.body(caller.in()), answer).run();
            }
            new Splice(caller, new Answered(service, answer, asked)).run();
            return false;
        } finally {
            backends.left(connection);
        }
    }

    private void say(RouterAnswer answer) throws IOException {
        caller.out().write(answer.bytes());
        caller.out().flush();
        caller.out().close();
    }

    private byte[] request(RouteCookie cookie) {
        List<Field> fields = route.options().cookies() ? cookie.without(head.fields()) : head.fields();
        List<Field> origin = new ForwardedHeaders(head, address(), port, secure)
                .add(fields, route.options().forwardedHeaders());
        List<Field> wanted = HeaderActions.of(route.spec(), "request").apply(origin, head.fields(), List.of());
        String path = route.options().rewritten(route.path(), head.path());
        return head.forwarded(path + head.place().substring(head.path().length()), wanted);
    }

    private List<Field> answered(List<Field> fields, List<Field> sticky) {
        List<Field> all = new ArrayList<>(fields);
        if (List.of("edge", "reencrypt").contains(route.termination())) {
            route.options().strictTransport().ifPresent(value -> {
                all.removeIf(field -> field.is("Strict-Transport-Security"));
                all.add(new Field("Strict-Transport-Security", value));
            });
        }
        List<Field> changed = HeaderActions.of(route.spec(), "response").apply(all, head.fields(), fields);
        List<Field> full = new ArrayList<>(changed);
        full.addAll(sticky);
        return full;
    }

    private Duplex secured(Backends.Connection connection) throws IOException, GeneralSecurityException {
        if (!route.termination().equals("reencrypt")) {
            return Channel.of(connection.socket());
        }
        String name = Json.at(route.spec(), "to", "name") + "." + route.key().namespace() + ".svc";
        SSLSocket secured =
                (SSLSocket) tls.towards(route).createSocket(connection.socket().socket(), name, 0, true);
        if (Json.at(route.spec(), "tls", "destinationCACertificate").isEmpty()) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
        }
        try {
            Duration patience = route.options().timeout().compareTo(HANDSHAKE) < 0
                    ? route.options().timeout()
                    : HANDSHAKE;
            secured.setSoTimeout(Math.toIntExact(Math.max(1, patience.toMillis())));
            secured.startHandshake();
            secured.setSoTimeout(0);
        } catch (IOException e) {
            secured.close();
            backends.left(connection);
            throw new IOException("the service's TLS: " + e.getMessage(), e);
        }
        return SocketDuplex.of(secured);
    }

    private static OutputStream touching(OutputStream out, ServiceWatch watch) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                watch.touch();
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    /** A service with its answer as the caller is to see it. */
    private record Answered(Duplex service, InputStream in, OutputStream out) implements Duplex {
        @Override
        public void close() {
            service.close();
        }
    }
}
