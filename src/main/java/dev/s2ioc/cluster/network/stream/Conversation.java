package dev.s2ioc.cluster.network.stream;

import dev.s2ioc.cluster.kind.Duplex;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.network.spdy.SpdyConnection;
import dev.s2ioc.cluster.websocket.Handshake;
import dev.s2ioc.cluster.websocket.WebSocket;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Begins to speak with a caller in the protocol that was agreed on. */
record Conversation(Subresource.Request request) {

    WebSocket webSocket(String protocol) throws IOException {
        String key = request.body()
                .header("Sec-WebSocket-Key")
                .orElseThrow(() -> StatusException.badRequest("Sec-WebSocket-Key is missing"));
        return new WebSocket(request.reply().upgrade(Handshake.headers(key, Optional.of(protocol))));
    }

    SpdyConnection spdy(String protocol) throws IOException {
        Duplex connection = request.reply().upgrade(Map.of("X-Stream-Protocol-Version", protocol));
        return new SpdyConnection(connection);
    }
}
