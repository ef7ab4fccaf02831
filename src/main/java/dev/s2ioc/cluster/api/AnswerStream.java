package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.BlockOutput;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The body of an answer whose last chunk is sent when it is closed. The server's library (Helidon 4.5) sends it only when the
 * handler has returned; a server that stops in between would cut an answer that is complete.
 */
final class AnswerStream extends BlockOutput {
    private final ServerResponse response;
    private final OutputStream out;

    AnswerStream(ServerResponse response) {
        this.response = response;
        this.out = response.outputStream();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
        ((RoutingResponse) response).commit();
    }
}
