package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.Duplex;
import dev.s2ioc.cluster.kind.StatusException;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.OutputStream;

/** An answer in HTTP, as the server's library sends it. */
final class HttpOutlet implements Outlet {
    private final ServerResponse response;
    private boolean streaming;

    HttpOutlet(ServerResponse response) {
        this.response = response;
    }

    @Override
    public void header(String name, String... values) {
        response.header(HeaderNames.create(name), values);
    }

    /** HEAD is told how long the body would be; Go's clients take bytes that follow for an answer to their next request. */
    @Override
    public void send(int code, byte[] body, boolean whole) {
        response.status(code);
        if (whole) {
            response.send(body);
        } else {
            response.contentLength(body.length);
            response.send();
        }
    }

    @Override
    public OutputStream stream() {
        streaming = true;
        OutputStream out = new AnswerStream(response);
        HeadersFirst.send(response);
        return out;
    }

    @Override
    public Duplex upgrade(String protocol) {
        throw StatusException.badRequest("Upgrade request required");
    }

    @Override
    public boolean isSent() {
        return streaming || response.isSent();
    }
}
