package dev.s2ioc.cluster.registry;

import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An image registry on the loopback interface, after the OCI distribution specification. */
public final class Registry implements AutoCloseable {
    /** Off: a client that leaves is no event. Kept here, for a logger that nobody holds forgets its level. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    private static final Duration UPLOADS_ARE_KEPT = Duration.ofDays(1);

    private final WebServer server;

    private Registry(WebServer server) {
        this.server = server;
    }

    /** Serves the images under a directory at a port, or at a free one if it is 0. */
    public static Registry start(Path directory, int port, Streams streams, Instant now) throws IOException {
        HELIDON.setLevel(Level.OFF);
        Blobs blobs = new Blobs(directory.resolve("blobs"));
        Manifests manifests = new Manifests(directory.resolve("manifests"), blobs);
        Uploads uploads = new Uploads(directory.resolve("uploads"), now.minus(UPLOADS_ARE_KEPT));
        Mirror mirror = new Mirror(directory.resolve("fetched"), blobs, manifests, streams);
        Routes routes = new Routes(
                new BlobEndpoint(blobs, manifests, mirror),
                new UploadEndpoint(blobs, uploads, streams),
                new ManifestEndpoint(manifests, blobs, streams, mirror),
                new ListEndpoint(manifests, streams));
        return new Registry(listen(port, routes));
    }

    private static WebServer listen(int port, Routes routes) throws IOException {
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(port)
                .addConnectionSelector(new ClientHello())
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ZERO)
                .routing(routing -> routing.any((request, response) -> routes.handle(new Call(request, response))))
                .build();
        server.start();
        // Helidon does not throw when the port is taken.
        if (!server.isRunning()) {
            throw new IOException("cannot listen on 127.0.0.1:" + port + ": is the port taken?");
        }
        return server;
    }

    public int port() {
        return server.port();
    }

    /** Where clients of this machine find the registry. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
