package dev.s2ioc.cluster.registry;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;

/**
 * Hangs up on clients that begin with TLS. They then go on in plain HTTP at once; were they left waiting for the rest of
 * a request line, each of their operations would take ten seconds.
 */
final class ClientHello implements ServerConnectionSelector {
    private static final int TLS_HANDSHAKE = 0x16;

    @Override
    public int bytesToIdentifyConnection() {
        return 1;
    }

    @Override
    public Support supports(BufferData data) {
        return data.read() == TLS_HANDSHAKE ? Support.SUPPORTED : Support.UNSUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return Set.of();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return new HangUp();
    }

    /** A connection that ends as soon as it is handled. */
    private static final class HangUp implements ServerConnection {
        @Override
        public void handle(Limit limit) {
            // Returning closes the socket.
        }

        @Override
        public Duration idleTime() {
            return Duration.ZERO;
        }

        @Override
        public void close(boolean interrupt) {
            // There is nothing that could go on.
        }
    }
}
