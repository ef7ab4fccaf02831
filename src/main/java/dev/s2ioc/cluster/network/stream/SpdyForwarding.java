package dev.s2ioc.cluster.network.stream;

import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.network.Channel;
import dev.s2ioc.cluster.network.Splice;
import dev.s2ioc.cluster.network.spdy.SpdyConnection;
import dev.s2ioc.cluster.network.spdy.SpdyStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Forwards over SPDY: for each connection the caller opens two streams, one for its bytes and one for what went wrong. */
final class SpdyForwarding {
    private final SpdyConnection connection;
    private final Forwarding.Target target;
    private final Map<String, SpdyStream> halves = new HashMap<>();

    SpdyForwarding(SpdyConnection connection, Forwarding.Target target) {
        this.connection = connection;
        this.target = target;
    }

    void run() throws IOException {
        try {
            connection.serve(this::opened);
        } finally {
            connection.close();
        }
    }

    /** The two come one after the other, from the thread that receives. */
    private void opened(SpdyStream stream) {
        String request = stream.header("requestid") + "/" + stream.header("port");
        SpdyStream first = halves.remove(request);
        if (first == null) {
            halves.put(request, stream);
            return;
        }
        boolean data = stream.header("streamtype").equals("data");
        SpdyStream bytes = data ? stream : first;
        SpdyStream errors = data ? first : stream;
        Thread.ofVirtual().name("forward-" + request).start(() -> forward(bytes, errors));
    }

    private void forward(SpdyStream bytes, SpdyStream errors) {
        try (bytes;
                errors) {
            int port = Forwarding.port(bytes.header("port"));
            try {
                new Splice(bytes, Channel.of(target.connect(port))).run();
            } catch (IOException | StatusException e) {
                errors.out().write(Forwarding.failure(port, e).getBytes(StandardCharsets.UTF_8));
                bytes.out().close();
            }
            errors.out().close();
        } catch (IOException | StatusException e) {
            // Nobody is there who could be told.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
