package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.Duplex;
import dev.s2ioc.cluster.kind.StatusException;
import io.helidon.http.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to a request that asks for another protocol, written by hand: after it nothing more is read as HTTP. */
final class UpgradeOutlet implements Outlet {
    private final Duplex connection;
    private final Map<String, String[]> headers = new LinkedHashMap<>();
    private boolean sent;

    UpgradeOutlet(Duplex connection) {
        this.connection = connection;
    }

    @Override
    public void header(String name, String... values) {
        headers.put(name, values);
    }

    @Override
    public void send(int code, byte[] body, boolean whole) {
        header("Content-Length", Integer.toString(body.length));
        header("Connection", "close");
        try {
            head(Status.create(code));
            if (whole) {
                connection.out().write(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Clients that try a WebSocket first take this code for "ask again without"; a stream would make them wait for ever. */
    @Override
    public OutputStream stream() {
        headers.clear();
        throw StatusException.of(
                503, "ServiceUnavailable", "WebSockets are not served here; ask for a stream over HTTP");
    }

    @Override
    public Duplex upgrade(String protocol) throws IOException {
        header("Connection", "Upgrade");
        header("Upgrade", protocol);
        head(Status.SWITCHING_PROTOCOLS_101);
        return connection;
    }

    private void head(Status status) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status.code() + " " + status.reasonPhrase() + "\r\n");
        headers.forEach((name, values) -> {
            for (String value : values) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        });
        sent = true;
        connection.out().write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean isSent() {
        return sent;
    }
}
