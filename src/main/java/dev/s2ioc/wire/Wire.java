package dev.s2ioc.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One server, and the connections to it: each exchange takes one that is free, or opens another. Threads may share it. */
public final class Wire implements Closeable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    /** Servers close connections that rest; a request that must not be sent twice does not risk one that has rested. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private final URI server;
    private final Optional<TlsContext> tls;
    private final Deque<HttpConnection> free = new ArrayDeque<>();
    private final Set<HttpConnection> open = new HashSet<>();
    private boolean closed;

    private Wire(URI server, Optional<TlsContext> tls) {
        this.server = server;
        this.tls = tls;
    }

    /** Without TLS. */
    public static Wire plain(URI server) {
        return new Wire(server, Optional.empty());
    }

    /** With TLS; nothing where this machine cannot have it in this way. */
    public static Optional<Wire> secure(URI server, TlsSettings settings) throws IOException {
        return BoringSsl.isThere()
                ? Optional.of(new Wire(server, Optional.of(new TlsContext(settings))))
                : Optional.empty();
    }

    /**
     * Sends a request and waits for the head of its answer.
     *
     * @param timeout how long the head may take; zero is for ever
     * @throws NoHandshakeException if the server could not be agreed with on TLS: nothing has been sent then
     * @throws java.net.http.HttpTimeoutException if it takes longer
     */
    public Incoming exchange(Outgoing request, Duration timeout) throws IOException {
        HttpConnection connection = take();
        return connection.exchange(request, hostAndPort(), timeout);
    }

    private HttpConnection take() throws IOException {
        synchronized (this) {
            for (HttpConnection rested = free.poll(); rested != null; rested = free.poll()) {
                if (rested.isUsable() && rested.idle().compareTo(LONGEST_REST) < 0) {
                    return rested;
                }
                rested.close();
            }
        }
        HttpConnection connection = new HttpConnection(connect(), this::done);
        synchronized (this) {
            if (closed) {
                connection.close();
                throw new IOException("the session is closed");
            }
            open.add(connection);
        }
        return connection;
    }

    private Link connect() throws IOException {
        PlainLink link = PlainLink.to(host(), port(), CONNECT_TIMEOUT);
        if (tls.isEmpty()) {
            return link;
        }
        try {
            link.readTimeout(CONNECT_TIMEOUT);
            return TlsLink.over(link, tls.get(), host());
        } catch (IOException e) {
            throw new NoHandshakeException(e);
        }
    }

    private synchronized void done(HttpConnection connection) {
        if (connection.isUsable() && !closed) {
            free.push(connection);
        } else {
            open.remove(connection);
        }
    }

    /** The host without the brackets of an IPv6 address. */
    private String host() {
        String host = server.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private int port() {
        return server.getPort() >= 0 ? server.getPort() : tls.isPresent() ? 443 : 80;
    }

    private String hostAndPort() {
        return server.getPort() < 0 ? server.getHost() : server.getHost() + ":" + server.getPort();
    }

    @Override
    public void close() throws IOException {
        Set<HttpConnection> rest;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            rest = Set.copyOf(open);
        }
        for (HttpConnection connection : rest) {
            connection.close();
        }
        tls.ifPresent(TlsContext::close);
    }
}
