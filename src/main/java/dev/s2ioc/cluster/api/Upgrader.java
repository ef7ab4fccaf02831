package dev.s2ioc.cluster.api;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.http.HttpPrologue;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;

/** Takes requests for another protocol out of the server's HTTP; they come in by the same front as all others. */
record Upgrader(String supportedProtocol, Front front) implements Http1Upgrader {

    @Override
    public ServerConnection upgrade(ConnectionContext context, HttpPrologue prologue, WritableHeaders<?> headers) {
        RawConnection raw = new RawConnection(context);
        return new Upgraded(front, new Exchange(prologue, headers, new UpgradeOutlet(raw)), raw);
    }

    /** Lives for as long as both ends have something to say; however long they are silent. */
    private record Upgraded(Front front, Exchange exchange, RawConnection raw) implements ServerConnection {
        @Override
        public void handle(Limit limit) {
            try {
                front.serve(exchange);
            } finally {
                raw.close();
            }
        }

        @Override
        public Duration idleTime() {
            return Duration.ZERO;
        }

        @Override
        public void close(boolean interrupt) {
            raw.close();
        }
    }
}
